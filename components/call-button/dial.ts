import type { Calling } from '../../src/calling/calling.js';
import type { ActionCallback } from '../../src/calling/errors.js';
import type { CallType } from '../../src/calling/state/call-state.js';

/** 'alice, bob' → the user ids, each once. What is not a user id stays and is refused by the call. */
export const splitUserIds = (text: string): readonly string[] =>
  [...new Set(text.split(/[\s,;，；、]+/u).filter((userId) => userId !== ''))];

/** One is called, several are called together; with a group, in it. */
export function dial(calling: Calling, userIds: readonly string[], type: CallType, groupId = ''): Promise<ActionCallback> {
  const [first = ''] = userIds;
  if (groupId !== '') return calling.groupCall(userIds, type, groupId);
  return userIds.length > 1 ? calling.groupCall(userIds, type) : calling.call(first, type);
}
