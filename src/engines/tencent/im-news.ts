import type { SignalingEvent } from '../engine.js';
import { toProfiles } from './im-profiles.js';
import type { ImSession } from './im-session.js';
import type { SdkHandler } from './im-types.js';
import { SIGNALING_EVENTS, TIM_EVENTS, toAnswer, toCancel, toInvitation, toTimeout } from './sdk-events.js';

/**
 * What the others say, as the engine's events: each once, under the core's ids, and only from people who have a part in it.
 * Ends with the session.
 */
export function listenForNews(session: ImSession, emit: (event: SignalingEvent) => void): void {
  const { book, userId: me, tim, over } = session;

  session.on(SIGNALING_EVENTS.invitation, ({ data }) => {
    const invitation = toInvitation(data);
    if (!invitation || invitation.inviter === me || !book.add({ ...invitation, sdkId: invitation.inviteId })) return;
    const ringMs = session.ringMs(invitation.inviteId);
    emit({ type: 'invitation', ...invitation, ...(ringMs !== undefined && { ringMs }) });
  });

  // Oneself as the answerer is another device of ours.
  for (const type of ['accepted', 'rejected'] as const) {
    session.on(SIGNALING_EVENTS[type], ({ data }) => {
      const answer = toAnswer(data);
      const about = answer && book.get(answer.inviteId);
      if (!about || book.close(about.sdkId, [answer.userId]).length === 0) return;
      emit({ type, inviteId: about.inviteId, userId: answer.userId, data: answer.data });
    });
  }

  session.on(SIGNALING_EVENTS.cancelled, ({ data }) => {
    const cancel = toCancel(data);
    if (cancel && book.get(cancel.inviteId)?.inviter === cancel.userId) emit({ type: 'cancelled', ...cancel });
  });

  session.on(SIGNALING_EVENTS.timedOut, ({ data }) => {
    const timeout = toTimeout(data);
    const about = timeout && book.get(timeout.inviteId);
    const userIds = about ? book.close(about.sdkId, timeout.userIds) : [];
    if (about && userIds.length > 0) emit({ type: 'timed-out', inviteId: about.inviteId, userIds });
  });

  const onProfiles: SdkHandler = ({ data }) => {
    for (const profile of toProfiles(data)) emit({ type: 'profile', profile });
  };
  tim.on(TIM_EVENTS.profileUpdated, onProfiles);
  over.addEventListener('abort', () => tim.off(TIM_EVENTS.profileUpdated, onProfiles), { once: true });
}
