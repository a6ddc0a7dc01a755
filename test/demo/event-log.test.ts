import { expect } from '@open-wc/testing';
import { EventLog } from '../../demo/event-log.js';

const types = (log: EventLog): string[] => log.view.entries.map(({ userId, type, count }) => `${userId} ${type} ${count}`);

describe('EventLog', () => {
  let changes = 0;
  let log = new EventLog(() => {});
  beforeEach(() => {
    changes = 0;
    log = new EventLog(() => { changes += 1; });
  });

  it('lists callbacks newest first and says that something changed', () => {
    log.add('bob', 'onInvited', { sponsor: 'alice' });
    log.add('alice', 'onUserEnter', { userId: 'bob' });
    expect(types(log)).to.deep.equal(['alice onUserEnter 1', 'bob onInvited 1']);
    expect(changes).to.equal(2);
  });

  it('counts volumes per phone instead of listing them, until something else happens', () => {
    for (let turn = 0; turn < 3; turn += 1) for (const user of ['alice', 'bob']) log.add(user, 'onUserVoiceVolume', { totalVolume: turn });
    expect(types(log)).to.deep.equal(['bob onUserVoiceVolume 3', 'alice onUserVoiceVolume 3']);
    expect(log.view.entries[0]?.params).to.deep.equal({ totalVolume: 2 });
    log.add('bob', 'onUserLeave', { userId: 'alice' });
    log.add('bob', 'onUserVoiceVolume', { totalVolume: 9 });
    expect(types(log)).to.deep.equal(['bob onUserVoiceVolume 1', 'bob onUserLeave 1', 'bob onUserVoiceVolume 3', 'alice onUserVoiceVolume 3']);
  });

  it('holds back what comes while paused and shows it on resuming', () => {
    log.add('bob', 'onUserEnter', { userId: 'alice' });
    log.pause();
    log.add('bob', 'onUserLeave', { userId: 'alice' });
    expect(types(log)).to.deep.equal(['bob onUserEnter 1']);
    expect(log.view.heldBack).to.equal(1);
    log.resume();
    expect(types(log)).to.deep.equal(['bob onUserLeave 1', 'bob onUserEnter 1']);
  });

  it('forgets everything when cleared, what was held back too', () => {
    log.add('bob', 'onUserEnter', {});
    log.pause();
    log.add('bob', 'onUserLeave', {});
    log.clear();
    log.resume();
    expect(log.view.entries).to.deep.equal([]);
  });

  it('keeps no more than 300', () => {
    for (let index = 0; index < 400; index += 1) log.add('bob', 'onUserEnter', { index });
    expect(log.view.entries).to.have.length(300);
    expect(log.view.entries[0]?.params).to.deep.equal({ index: 399 });
  });
});
