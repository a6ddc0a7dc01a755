import { buildParticipant } from '../../../test/support/snapshots.js';
import { group } from '../moments.js';
import type { ElementState } from '../state.js';

/** It tells what changes while it is there. */
const becomes = (name: string, state: 'declined' | 'busy' | 'no-answer' | 'left' | 'failed', message = ''): ElementState => ({
  name, parts: group(2), stage: true,
  act: async (element, calling) => {
    const now = group(2);
    calling.set({ ...now, call: { ...now.call, participants: [buildParticipant({ userId: 'bob', video: true }), buildParticipant({ userId: 'carol', state, message, audio: false })] } });
    await Promise.resolve();
    if ('updateComplete' in element) await element.updateComplete;
  },
});

export default [
  becomes('declined', 'declined'),
  becomes('declined-with-words', 'declined', 'In a meeting, call you at three'),
  becomes('busy', 'busy'),
  becomes('no-answer', 'no-answer'),
  becomes('left', 'left'),
  becomes('not-reached', 'failed'),
  { name: 'nothing-new', parts: group(2), stage: true },
] satisfies readonly ElementState[];
