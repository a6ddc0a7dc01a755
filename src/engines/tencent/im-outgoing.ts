import type { Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import type { OutgoingInvitation } from '../engine.js';
import { sendAnswer } from './im-answer.js';
import { bounded } from './im-bounded.js';
import { toCallError } from './im-errors.js';
import type { Lane } from './im-lane.js';
import type { ImSession } from './im-session.js';

/** The service itself gives up after 15 s. */
const INVITE_MS = 16_000;

export interface OutgoingOptions {
  readonly session: ImSession;
  readonly lane: Lane;
  readonly clock: Clock;
  /** These could not be invited, though others of the same invitation were. */
  readonly onMissed: (inviteId: string, userIds: readonly string[]) => void;
}

/** One message to one person or one group. */
interface Leg {
  readonly sdkId: string;
  readonly userIds: readonly string[];
  /** Settles when the service has taken or refused it. */
  readonly taken: Promise<void>;
}

/** The invitations of this login. */
export class OutgoingInvitations {
  readonly #options: OutgoingOptions;
  readonly #taken = new Map<string, Promise<void>>();

  constructor(options: OutgoingOptions) {
    this.#options = options;
  }

  async invite(invitation: OutgoingInvitation, signal: AbortSignal): Promise<void> {
    const { session, clock, onMissed } = this.#options;
    const { inviteId, invitees, groupId } = invitation;
    if (session.book.has(inviteId)) throw new CallError('invitation-failed', { detail: 'The invitation is out already.' });
    const legs = groupId === '' ? invitees.map((userId) => this.#send(invitation, [userId])) : [this.#send(invitation, invitees)];
    const outcomes = await Promise.allSettled(legs.map(async (leg) => {
      try {
        await bounded(leg.taken, { clock, ms: INVITE_MS, signal });
      } catch (thrown) {
        this.#giveUp(leg, invitation.data, signal.aborted);
        throw toCallError(thrown, 'invitation-failed');
      }
    }));
    const failures = outcomes.flatMap((outcome, index) => (outcome.status === 'rejected' ? [{ leg: legs[index], reason: outcome.reason as unknown }] : []));
    if (failures.length > 0 && failures.length === legs.length) throw CallError.from(failures[0]?.reason);
    const missed = failures.flatMap(({ leg }) => leg?.userIds ?? []);
    if (missed.length > 0) onMissed(inviteId, missed);
  }

  /** Takes back what nobody has answered. An invitation that is still on its way is followed by its cancellation. */
  async cancel(inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    await Promise.all(this.#options.session.book.openOf(inviteId).map(({ sdkId }) => this.#cancelOne(sdkId, data, signal)));
  }

  async #cancelOne(sdkId: string, data: string, signal?: AbortSignal): Promise<void> {
    const { session, lane, clock } = this.#options;
    const taken = await bounded(this.#taken.get(sdkId) ?? Promise.resolve(), { clock, ms: INVITE_MS, ...(signal && { signal }) })
      .then(() => true, () => false);
    if (signal?.aborted) throw new CallError('aborted');
    if (!taken) return;
    session.book.close(sdkId, session.book.get(sdkId)?.invitees ?? []);
    await sendAnswer('cancel', { session, lane, clock, sdkId, data, signal });
  }

  #send({ inviteId, groupId, data, timeout }: OutgoingInvitation, userIds: readonly string[]): Leg {
    const { session: { client, book, userId: me } } = this.#options;
    const { promise: taken, resolve, reject } = withResolvers();
    const failed = (code: unknown, message: unknown): void => reject({ code, message });
    const [userID = ''] = userIds;
    // tsignaling takes people out of the list it is given as they answer.
    const sdkId = groupId === ''
      ? client.inviteSync({ userID, data, timeout }, resolve, failed)
      : client.inviteInGroupSync({ groupID: groupId, inviteeList: [...userIds], data, timeout }, resolve, failed);
    book.add({ inviteId, sdkId, inviter: me, invitees: userIds });
    this.#taken.set(sdkId, taken);
    const forget = (): unknown => this.#taken.delete(sdkId);
    taken.then(forget, forget);
    return { sdkId, userIds, taken };
  }

  /** It may yet go out with the connection that comes back; then it must not ring for a call that is reported as failed. */
  #giveUp({ sdkId, userIds, taken }: Leg, data: string, aborted: boolean): void {
    if (aborted) return;
    this.#options.session.book.close(sdkId, userIds);
    taken.then(() => this.#cancelOne(sdkId, data)).catch(() => undefined);
  }
}

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void; readonly reject: (reason: unknown) => void } {
  let resolve = (): void => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<void>((resolvePromise, rejectPromise) => {
    resolve = resolvePromise;
    reject = rejectPromise;
  });
  return { promise, resolve, reject };
}
