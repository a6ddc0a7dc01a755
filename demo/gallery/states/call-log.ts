import type { CallLogEntry } from '../../../src/calling/call-log.js';
import { idle } from '../moments.js';
import type { ElementState } from '../state.js';

const entry = (parts: Partial<CallLogEntry> & { readonly callId: string }): CallLogEntry => ({
  roomId: 7, direction: 'outgoing', missed: false, type: 2, isGroup: false, people: [{ userId: 'bob', nickname: 'Bob' }],
  at: Date.now() - 3_600_000, duration: 0, reason: 'remote-hangup', message: '', ...parts,
});

const ENTRIES: readonly CallLogEntry[] = [
  entry({ callId: 'a', duration: 754 }),
  entry({ callId: 'b', direction: 'incoming', missed: true, reason: 'missed', people: [{ userId: 'carol', nickname: 'Carol' }], at: Date.now() - 7_200_000 }),
  entry({ callId: 'c', reason: 'remote-reject', message: 'In a meeting, call you at three', at: Date.now() - 90_000_000 }),
  entry({ callId: 'd', type: 1, reason: 'busy', at: Date.now() - 180_000_000 }),
  entry({ callId: 'e', isGroup: true, duration: 61, direction: 'incoming', people: ['bob', 'carol', 'dave'].map((userId) => ({ userId, nickname: '' })), at: Date.now() - 400_000_000 }),
];

export default [
  { name: 'calls', parts: idle, setup: (calling) => calling.callLog.set(ENTRIES, 1), height: 440 },
  { name: 'missed-only', parts: idle, attributes: { 'missed-only': true }, setup: (calling) => calling.callLog.set(ENTRIES, 1), height: 200 },
  { name: 'three-at-most', parts: idle, attributes: { limit: '3' }, setup: (calling) => calling.callLog.set(ENTRIES), height: 320 },
  { name: 'empty', parts: idle, height: 160 },
] satisfies readonly ElementState[];
