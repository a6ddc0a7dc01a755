import { expect } from '@open-wc/testing';
import { CallError } from '../../src/calling/errors.js';
import { createTestTone } from '../../src/engines/media/test-picture.js';
import { outputRoute } from '../../src/page/output-route.js';
import { PagePlayback } from '../../src/page/playback.js';

const AGENTS: readonly (readonly [name: string, userAgent: string, route: string])[] = [
  ['Chrome', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', 'element'],
  ['Chrome on Android', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36', 'element'],
  ['Edge', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0', 'element'],
  ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'element'],
  ['Safari', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15', 'relay'],
  ['Safari on an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1', 'relay'],
  ['Chrome on an iPhone, which is WebKit', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1', 'relay'],
];

describe('outputRoute', () => {
  for (const [name, userAgent, route] of AGENTS) {
    it(`${name}: ${route}, or none without setSinkId`, () => {
      expect(outputRoute({ hasSinkId: true, userAgent })).to.equal(route);
      expect(outputRoute({ hasSinkId: false, userAgent })).to.equal('none');
    });
  }
});

describe('VoiceRelay', () => {
  const native = window.Audio;
  let made: HTMLAudioElement[];
  let refuses: boolean;
  let track: MediaStreamTrack;

  before(() => { track = createTestTone(); });
  after(() => { track.stop(); });
  beforeEach(() => {
    made = [];
    refuses = false;
    window.Audio = new Proxy(native, { construct: () => {
      const element = new native();
      let sink = '';
      Object.defineProperties(element, {
        play: { value: async () => {} },
        sinkId: { get: () => sink },
        setSinkId: { value: async (id: string) => {
          if (refuses) throw new DOMException('none', 'NotFoundError');
          sink = id;
        } },
      });
      made.push(element);
      return element;
    } });
  });
  afterEach(() => { window.Audio = native; });

  it('sends every voice to the chosen output by one element, and silences the voices’ own', async () => {
    const playback = new PagePlayback('relay');
    playback.play('bob', track);
    expect(made.map(({ muted }) => muted)).to.deep.equal([false]);
    await playback.setOutput('headset');
    playback.play('carol', track);
    const [bob, relay, carol] = made;
    expect([bob?.sinkId, bob?.muted, carol?.sinkId, carol?.muted]).to.deep.equal(['', true, '', true]);
    expect([relay?.sinkId, relay?.muted]).to.deep.equal(['headset', false]);
    expect(relay?.srcObject).to.be.instanceOf(MediaStream);
    playback.dispose();
    expect(made.every(({ srcObject }) => srcObject === null)).to.equal(true);
  });

  it('gives the voices their own elements back for the browser’s own output', async () => {
    const playback = new PagePlayback('relay');
    playback.play('bob', track);
    await playback.setOutput('headset');
    await playback.setOutput('');
    expect(made.map(({ muted, srcObject }) => [muted, srcObject === null])).to.deep.equal([[false, false], [false, true]]);
    playback.dispose();
  });

  it('leaves everything as it was where the output cannot be had', async () => {
    const playback = new PagePlayback('relay');
    playback.play('bob', track);
    refuses = true;
    const reason = await playback.setOutput('gone').then(() => '', (error: unknown) => CallError.from(error).reason);
    expect(reason).to.equal('no-such-device');
    expect(made[0]?.muted).to.equal(false);
    expect(made[1]?.srcObject).to.equal(null);
    playback.dispose();
  });

  it('without setSinkId there is only the browser’s own output', async () => {
    const playback = new PagePlayback('none');
    await playback.setOutput('');
    const reason = await playback.setOutput('headset').then(() => '', (error: unknown) => (error instanceof Error ? error.message : ''));
    expect(reason).to.contain('does not let a page choose');
    expect(await playback.setHandsFree(false)).to.deep.equal({ deviceId: '', muted: true });
    playback.dispose();
  });
});
