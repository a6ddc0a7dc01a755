import { idle } from '../moments.js';
import type { ElementState } from '../state.js';

const recent: ElementState['setup'] = (calling) => calling.callLog.set(['bob', 'carol', 'erin'].map((userId, index) => ({
  callId: userId, roomId: index + 1, direction: 'outgoing', missed: false, type: 2, isGroup: false, people: [{ userId, nickname: '' }],
  at: Date.now() - index * 3_600_000, duration: 60, reason: 'remote-hangup', message: '',
})));

export default [
  { name: 'three', parts: idle, ...(recent ? { setup: recent } : {}) },
  { name: 'nobody', parts: idle },
] satisfies readonly ElementState[];
