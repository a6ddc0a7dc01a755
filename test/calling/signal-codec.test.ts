import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  decodeAnswer, decodeInvitation, encodeAccept, encodeCall, encodeCancel, encodeHangup, encodeReject, encodeSwitch,
  encodeSwitchAnswer, type AnswerSignal, type CallSignal,
} from '../../src/calling/signal-codec.js';

const json = (value: unknown): string => JSON.stringify(value);

/** One row: who writes it, what, and how it must be understood. */
type InvitationRow = readonly [client: string, payload: Readonly<Record<string, unknown>>, expected: CallSignal | null];
type AnswerRow = readonly [client: string, payload: Readonly<Record<string, unknown>>, expected: Partial<AnswerSignal>];

const web = { extraInfo: '', version: 4, businessID: 'av_call', platform: 'Web' };
const ios = { version: 4, businessID: 'av_call', platform: 'iOS', extInfo: '' };
const android = { version: 4, businessID: 'av_call', platform: 'Android', extInfo: '' };

const INVITATIONS: readonly InvitationRow[] = [
  ['Flutter dials video', { version: 1, call_type: 2, room_id: 77 }, { kind: 'call', type: 2, roomId: 77, userIds: [] }],
  ['Flutter dials audio', { version: 1, call_type: 1, room_id: 2147483647 }, { kind: 'call', type: 1, roomId: 2147483647, userIds: [] }],
  ['Flutter hangs up, with the room', { version: 1, call_type: 2, room_id: 77, call_end: 10 }, { kind: 'hangup', duration: 10, roomId: 77 }],
  ['Flutter hangs up after 0 s', { version: 1, call_type: 2, room_id: 77, call_end: 0 }, { kind: 'hangup', duration: 0, roomId: 77 }],
  ['Flutter hangs up without a number', { version: 1, call_type: 2, room_id: 77, call_end: 'call_end' }, { kind: 'hangup', duration: 0, roomId: 77 }],
  ['Flutter hangs up with null', { version: 1, call_type: 0, room_id: 77, call_end: null }, { kind: 'hangup', duration: 0, roomId: 77 }],

  ['web dials video', { ...web, call_type: 2, room_id: 82525484, data: { cmd: 'videoCall', room_id: 82525484, message: '', userIDs: ['bob'] } },
    { kind: 'call', type: 2, roomId: 82525484, userIds: ['bob'] }],
  ['web dials audio to a group of ids', { ...web, call_type: 1, room_id: 5, data: { cmd: 'audioCall', room_id: 5, message: '', userIDs: ['bob', 'carol'] } },
    { kind: 'call', type: 1, roomId: 5, userIds: ['bob', 'carol'] }],
  ['web hangs up', { ...web, call_type: 1, call_end: 12, data: { cmd: 'hangup', message: '' } }, { kind: 'hangup', duration: 12, roomId: 0 }],
  ['web hangs up after 0 s', { ...web, call_type: 1, call_end: 0, data: { cmd: 'hangup', message: '' } }, { kind: 'hangup', duration: 0, roomId: 0 }],
  ['older web hangs up after 0 s', { version: 4, call_type: 1, call_end: 0 }, { kind: 'hangup', duration: 0, roomId: 0 }],
  ['web asks for audio', { ...web, call_type: 2, room_id: 9, switch_to_audio_call: 'switch_to_audio_call', data: { cmd: 'switchToAudio', room_id: 9, message: '' } },
    { kind: 'switch', type: 1, roomId: 9 }],
  ['web asks for video', { ...web, call_type: 1, room_id: 9, data: { cmd: 'switchToVideo', room_id: 9, message: '' } }, { kind: 'switch', type: 2, roomId: 9 }],
  ['a mini program dials', { ...web, platform: 'MiniApp', call_type: 2, room_id: 3, data: { cmd: 'videoCall', room_id: 3, message: '', userIDs: ['bob'] } },
    { kind: 'call', type: 2, roomId: 3, userIds: ['bob'] }],

  ['Android dials', { ...android, call_action: 0, call_type: 2, room_id: 41, data: { room_id: 41, cmd: 'videoCall', userIDs: ['bob', 'carol'] } },
    { kind: 'call', type: 2, roomId: 41, userIds: ['bob', 'carol'] }],
  ['Android dials with its serialiser\'s defaults', { ...android, call_type: 2, room_id: 41, call_end: 0, data: { room_id: 41, cmd: 'videoCall' } },
    { kind: 'call', type: 2, roomId: 41, userIds: [] }],
  ['Android dials with the other spelling of the room', { ...android, call_type: 1, room_id: 41, data: { roomID: 42, cmd: 'audioCall' } },
    { kind: 'call', type: 1, roomId: 42, userIds: [] }],
  ['older Android dials with defaults', { version: 4, call_type: 1, room_id: 41, call_end: 0 }, { kind: 'call', type: 1, roomId: 41, userIds: [] }],
  ['older Android hangs up', { version: 4, call_type: 1, room_id: 41, call_end: 8 }, { kind: 'hangup', duration: 8, roomId: 41 }],
  ['Android hangs up after 0 s', { ...android, call_type: 2, room_id: 41, call_end: 0, data: { room_id: 0, cmd: 'hangup' } }, { kind: 'hangup', duration: 0, roomId: 41 }],
  ['Android asks for audio', { ...android, call_type: 2, room_id: 41, switch_to_audio_call: 'switchToAudio', data: { room_id: 0, cmd: 'switchToAudio' } },
    { kind: 'switch', type: 1, roomId: 41 }],
  ['older Android asks for audio', { version: 4, call_type: 2, room_id: 41, call_end: 0, switch_to_audio_call: 'switch_to_audio_call' },
    { kind: 'switch', type: 1, roomId: 41 }],
  ['older Android asks for audio in its own spelling', { version: 4, call_type: 2, switch_to_audio_call: 'switchToAudio' }, { kind: 'switch', type: 1, roomId: 0 }],

  ['iOS dials', { ...ios, call_type: 1, room_id: 6, data: { room_id: 6, cmd: 'audioCall', cmdInfo: '', userIDs: ['bob'], message: '' } },
    { kind: 'call', type: 1, roomId: 6, userIds: ['bob'] }],
  ['iOS hangs up', { ...ios, call_type: 1, call_end: 33, data: { room_id: 6, cmd: 'hangup', cmdInfo: '33', userIDs: [], message: '' } }, { kind: 'hangup', duration: 33, roomId: 6 }],
  ['iOS hangs up by cmdInfo alone', { ...ios, call_type: 1, data: { room_id: 6, cmd: 'hangup', cmdInfo: '34' } }, { kind: 'hangup', duration: 34, roomId: 6 }],
  ['iOS ends a group call', { ...ios, call_type: 2, call_end: 0, data: { room_id: 6, cmd: 'hangup', cmdInfo: '0', userIDs: [], message: '' } }, { kind: 'hangup', duration: 0, roomId: 6 }],
  ['iOS hangs up with a clock that ran backwards', { ...ios, call_type: 1, call_end: 1.8446744073709552e19, data: { cmd: 'hangup' } },
    { kind: 'hangup', duration: 31_536_000, roomId: 0 }],
  ['iOS asks for audio', { ...ios, call_type: 2, switch_to_audio_call: 'switch_to_audio_call', data: { room_id: 6, cmd: 'switchToAudio', cmdInfo: '', userIDs: [], message: '' } },
    { kind: 'switch', type: 1, roomId: 6 }],
  ['iOS push companion', { version: 4, businessID: 'av_call' }, null],

  ['the command outranks the old fields', { ...web, call_type: 1, room_id: 5, call_end: 3, data: { cmd: 'videoCall', room_id: 6 } },
    { kind: 'call', type: 2, roomId: 6, userIds: [] }],
  ['an unusable room of the command gives way to the old one', { ...web, call_type: 1, room_id: 5, data: { cmd: 'audioCall', room_id: 0 } },
    { kind: 'call', type: 1, roomId: 5, userIds: [] }],
  ['a new payload without data speaks by its old fields', { ...android, call_type: 1, room_id: 5 }, { kind: 'call', type: 1, roomId: 5, userIds: [] }],
  ['data without businessID is not the new generation', { version: 4, call_type: 1, room_id: 5, data: { cmd: 'hangup' } }, { kind: 'call', type: 1, roomId: 5, userIds: [] }],
  ['another business', { ...web, businessID: 'karaoke', call_type: 1, room_id: 5 }, null],
  ['a numeric business', { businessID: 1, call_type: 1, room_id: 5 }, null],
  ['an unknown command', { ...web, call_type: 1, room_id: 5, data: { cmd: 'sync', room_id: 5 } }, null],
  ['a command of the wrong type', { ...web, call_type: 1, room_id: 5, data: { cmd: 7, room_id: 5 } }, null],
  ['no call_type and no businessID', { room_id: 5, call_end: 4, text: 'hello' }, null],
  ['an unknown type', { version: 1, call_type: 3, room_id: 5 }, null],
  ['a type in words', { version: 1, call_type: '2', room_id: 5 }, null],
  ['room 0', { version: 1, call_type: 1, room_id: 0 }, null],
  ['a negative room', { version: 1, call_type: 1, room_id: -5 }, null],
  ['a fraction of a room', { version: 1, call_type: 1, room_id: 5.5 }, null],
  ['a room above 2147483647', { version: 1, call_type: 1, room_id: 2147483648 }, null],
  ['a room in words', { version: 1, call_type: 1, room_id: '5' }, null],
  ['a list as data', { ...web, call_type: 1, room_id: 5, data: ['hangup'] }, { kind: 'call', type: 1, roomId: 5, userIds: [] }],
];

const ANSWERS: readonly AnswerRow[] = [
  ['Flutter accepts', { version: 1, call_type: 2, room_id: 77 }, { busy: false, type: 2, switching: false, message: '' }],
  ['Flutter is busy', { version: 1, call_type: 2, room_id: 77, line_busy: 'line_busy' }, { busy: true, type: 2 }],
  ['Flutter answers after its call was reset', { version: 1, call_type: 0, room_id: 0 }, { busy: false, type: 0 }],
  ['web accepts', { ...web, call_type: 2, data: { cmd: 'videoCall', message: '' } }, { busy: false, type: 2, switching: false }],
  ['web is busy', { ...web, call_type: 1, line_busy: 'line_busy', data: { cmd: 'audioCall', message: 'lineBusy' } }, { busy: true, type: 1, message: 'lineBusy' }],
  ['web is busy with an empty word', { ...web, call_type: 1, line_busy: '' }, { busy: true }],
  ['web accepts a switch', { ...web, call_type: 2, switch_to_audio_call: 'switch_to_audio_call', data: { cmd: 'switchToAudio', message: '' } }, { switching: true, type: 2, busy: false }],
  ['Android accepts without data', { ...android, call_type: 1, room_id: 41 }, { busy: false, type: 1 }],
  ['Android is busy', { ...android, call_type: 1, room_id: 41, line_busy: 'line_busy', data: { room_id: 0, message: 'lineBusy' } }, { busy: true }],
  ['Android refuses a switch', { ...android, call_type: 1, switch_to_audio_call: 'switchToAudio', data: { cmd: 'switchToAudio', message: 'not a video call' } },
    { switching: true, message: 'not a video call' }],
  ['older Android accepts a switch', { version: 4, call_type: 2, switch_to_audio_call: 'switch_to_audio_call' }, { switching: true }],
  ['iOS declines', { ...ios, call_type: 1, data: { room_id: 6, cmd: '', cmdInfo: '', userIDs: [], message: '' } }, { busy: false, type: 1, switching: false }],
  ['ours declines with words', { ...web, call_type: 1, data: { cmd: 'audioCall', message: '', declineText: ' Later\n\u202Eplease 👩‍👧 ' } }, { busy: false, message: '', text: 'Later please 👩‍👧' }],
  ['a decline with no words but an object', { ...web, call_type: 1, data: { cmd: 'audioCall', declineText: { toString: 'x' } } }, { text: '' }],
  ['a decline with endless words', { ...web, call_type: 1, data: { cmd: 'audioCall', declineText: '😀'.repeat(500) } }, { text: '😀'.repeat(120) }],
  ['iOS is busy by its message alone', { ...ios, call_type: 1, data: { room_id: 6, cmd: '', message: 'lineBusy' } }, { busy: true }],
  ['null is not busy', { ...ios, call_type: 1, line_busy: null }, { busy: false }],
  ['another business has nothing to say', { ...web, businessID: 'karaoke', call_type: 1, line_busy: 'line_busy' }, { busy: false, type: 0 }],
];

describe('decodeInvitation', () => {
  for (const [client, payload, expected] of INVITATIONS) {
    it(`understands: ${client}`, () => expect(decodeInvitation(json(payload))).to.deep.equal(expected));
  }

  it('keeps only printable ids of bounded length, each once, at most 100', () => {
    const userIDs = ['bob', 'bob', '', '   ', 7, null, ['bob'], 'a\u0000b', 'a\nb', 'a\u202Eb', '\uD800', 'x'.repeat(128), 'x'.repeat(129), '李雷'];
    const signal = decodeInvitation(json({ ...web, call_type: 1, room_id: 5, data: { cmd: 'audioCall', room_id: 5, userIDs } }));
    expect(signal).to.deep.include({ userIds: ['bob', 'x'.repeat(128), '李雷'] });
    const many = decodeInvitation(json({ ...web, call_type: 1, room_id: 5, data: { cmd: 'audioCall', room_id: 5, userIDs: Array.from({ length: 500 }, (_, i) => `u${i}`) } }));
    expect(many?.kind === 'call' && many.userIds.length).to.equal(100);
  });

  it('does not look at what is not a string, is too long, too deep or no object', () => {
    const inputs: unknown[] = [
      undefined, null, 5, NaN, true, Symbol('x'), () => 0, { call_type: 1, room_id: 5 }, new Map(), '', ' ', '{', 'hello', 'null', '[]', '"x"', '12', 'NaN',
      `{"call_type":1,"room_id":5,"pad":"${'x'.repeat(20_000)}"}`, '['.repeat(16_000), `${'{"data":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
    ];
    for (const input of inputs) {
      expect(decodeInvitation(input)).to.equal(null);
      expect(decodeAnswer(input)).to.deep.equal({ kind: 'answer', busy: false, type: 0, switching: false, message: '', text: '' });
    }
  });

  it('reads no field through a prototype', () => {
    expect(decodeInvitation('{"__proto__":{"call_type":1,"room_id":5}}')).to.equal(null);
    expect(decodeInvitation('{"constructor":{"prototype":{"call_type":1}},"room_id":5}')).to.equal(null);
    expect(decodeAnswer('{"__proto__":{"line_busy":"line_busy"}}').busy).to.equal(false);
    expect(Object.hasOwn(Object.prototype, 'call_type')).to.equal(false);
  });
});

describe('decodeAnswer', () => {
  for (const [client, payload, expected] of ANSWERS) {
    it(`understands: ${client}`, () => expect(decodeAnswer(json(payload))).to.deep.include(expected));
  }

  it('cuts what the sender says to 256 characters', () => {
    expect(decodeAnswer(json({ ...web, call_type: 1, data: { message: 'x'.repeat(5_000) } })).message.length).to.equal(256);
  });
});

describe('signal codec', () => {
  const type = fc.constantFrom(1 as const, 2 as const);
  const roomId = fc.integer({ min: 1, max: 2_147_483_647 });
  const userIds = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/), { maxLength: 8 });

  it('writes the fields that each generation looks for', () => {
    const call: unknown = JSON.parse(encodeCall({ type: 2, roomId: 7, userIds: ['bob'] }));
    expect(call).to.deep.equal({ ...web, call_type: 2, room_id: 7, data: { cmd: 'videoCall', room_id: 7, message: '', userIDs: ['bob'] } });
    expect(JSON.parse(encodeReject({ type: 1, busy: true }))).to.deep.equal({ ...web, call_type: 1, line_busy: 'line_busy', data: { cmd: 'audioCall', message: 'lineBusy' } });
    expect(JSON.parse(encodeReject({ type: 1, busy: false }))).to.deep.equal({ ...web, call_type: 1, data: { cmd: 'audioCall', message: '' } });
    expect(JSON.parse(encodeHangup({ type: 1, duration: 12, roomId: 5 }))).to.deep.equal({ ...web, call_type: 1, call_end: 12, data: { cmd: 'hangup', room_id: 5, message: '' } });
    expect(JSON.parse(encodeSwitch({ type: 1, roomId: 7 }))).to.deep.equal(
      { ...web, call_type: 2, room_id: 7, switch_to_audio_call: 'switch_to_audio_call', data: { cmd: 'switchToAudio', room_id: 7, message: '' } });
    expect(JSON.parse(encodeSwitch({ type: 2, roomId: 7 }))).to.deep.equal({ ...web, call_type: 1, room_id: 7, data: { cmd: 'switchToVideo', room_id: 7, message: '' } });
  });

  it('reads back every call, hang-up and switch that it writes', () => {
    fc.assert(fc.property(type, roomId, userIds, fc.integer({ min: 0, max: 100_000 }), (asked, room, ids, seconds) => {
      expect(decodeInvitation(encodeCall({ type: asked, roomId: room, userIds: ids }))).to.deep.equal({ kind: 'call', type: asked, roomId: room, userIds: ids });
      expect(decodeInvitation(encodeSwitch({ type: asked, roomId: room }))).to.deep.equal({ kind: 'switch', type: asked, roomId: room });
      expect(decodeInvitation(encodeHangup({ type: asked, duration: seconds, roomId: 9 }))).to.deep.equal({ kind: 'hangup', duration: Math.max(1, seconds), roomId: 9 });
    }));
  });

  it('reads back every answer that it writes', () => {
    const plain = { kind: 'answer', busy: false, switching: false, message: '', text: '' };
    fc.assert(fc.property(type, (asked) => {
      expect(decodeAnswer(encodeAccept({ type: asked }))).to.deep.equal({ ...plain, type: asked });
      expect(decodeAnswer(encodeCancel({ type: asked }))).to.deep.equal({ ...plain, type: asked });
      expect(decodeAnswer(encodeReject({ type: asked, busy: false }))).to.deep.equal({ ...plain, type: asked });
      expect(decodeAnswer(encodeReject({ type: asked, busy: false, message: 'Can’t talk now' }))).to.deep.equal({ ...plain, type: asked, text: 'Can’t talk now' });
      expect(decodeAnswer(encodeReject({ type: asked, busy: true, message: 'x' }))).to.deep.equal({ ...plain, type: asked, busy: true, message: 'lineBusy' });
      expect(decodeAnswer(encodeSwitchAnswer({ type: asked }))).to.deep.include({ switching: true, busy: false });
    }));
  });

  it('never throws and bounds all it returns: 10,000 payloads of real keys with any value', () => {
    const value = fc.oneof(
      { arbitrary: fc.constantFrom('av_call', 'Web', 'audioCall', 'videoCall', 'hangup', 'switchToAudio', 'switch_to_audio_call', 'line_busy', 'lineBusy', 0, 1, 2, -1, 2147483648, null, true), weight: 3 },
      { arbitrary: fc.jsonValue(), weight: 1 },
    );
    const keys = ['version', 'businessID', 'platform', 'call_type', 'room_id', 'call_end', 'line_busy', 'switch_to_audio_call', '__proto__', 'constructor'];
    const fields = fc.dictionary(fc.constantFrom(...keys), value);
    const command = fc.option(fc.oneof(value, fc.dictionary(fc.constantFrom('cmd', 'room_id', 'roomID', 'userIDs', 'message', 'declineText', 'cmdInfo', '__proto__'), value)), { nil: undefined });
    fc.assert(fc.property(fields, command, (top, data) => {
      const payload = json(data === undefined ? top : { ...top, data });
      expectBounded(decodeInvitation(payload), decodeAnswer(payload));
    }), { numRuns: 10_000 });
  });

  it('takes anything at all: 10,000 random inputs', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (input) => expectBounded(decodeInvitation(input), decodeAnswer(input))), { numRuns: 10_000 });
  });
});

function expectBounded(signal: CallSignal | null, answer: AnswerSignal): void {
  if (signal?.kind === 'call') {
    if (!(signal.roomId >= 1 && signal.roomId <= 2_147_483_647 && (signal.type === 1 || signal.type === 2))) throw new Error(json(signal));
    if (signal.userIds.length > 100 || signal.userIds.some((id) => id.length > 128)) throw new Error(json(signal));
  }
  if (signal?.kind === 'hangup' && !(Number.isInteger(signal.duration) && signal.duration >= 0)) throw new Error(json(signal));
  if (typeof answer.busy !== 'boolean' || typeof answer.switching !== 'boolean' || answer.message.length > 256 || [...answer.text].length > 120 || /[\n\u202e]/.test(answer.text)) throw new Error(json(answer));
}
