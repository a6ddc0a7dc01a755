import { expect } from '@open-wc/testing';
import { TrackRegistry } from '../../src/calling/tracks.js';

const track = (id: string) => ({ id, kind: 'video' });

describe('TrackRegistry', () => {
  it('tells a watcher the present track at once and each change once', () => {
    const tracks = new TrackRegistry();
    const seen: (string | undefined)[] = [];
    const one = track('one');
    tracks.set('bob', 'video', one);
    const stop = tracks.watch('bob', 'video', (now) => seen.push(now?.id));
    tracks.set('bob', 'video', one);
    tracks.set('bob', 'audio', track('other kind'));
    tracks.set('bob', 'video', track('two'));
    tracks.set('bob', 'video', null);
    stop();
    tracks.set('bob', 'video', track('three'));
    expect(seen).to.deep.equal(['one', 'two', undefined]);
  });

  it('forgets the others and keeps oneself when a call is over', () => {
    const tracks = new TrackRegistry();
    tracks.set('', 'video', track('mine'));
    tracks.set('bob', 'video', track('theirs'));
    tracks.clearRemote();
    expect(tracks.get('', 'video')?.id).to.equal('mine');
    expect(tracks.get('bob', 'video')).to.equal(null);
  });
});
