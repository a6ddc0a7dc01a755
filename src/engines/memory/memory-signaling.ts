import { CallError } from '../../calling/errors.js';
import type { KickReason, UserProfile } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import type { Credentials, OutgoingInvitation, Signaling, SignalingEvent } from '../engine.js';
import type { MemoryEngine } from './memory-engine.js';

/** Invitations that are remembered at most; the oldest go. */
const MAX_INVITATIONS = 200;

interface Known {
  readonly inviteId: string;
  readonly inviter: string;
  readonly invitees: readonly string[];
  readonly groupId: string;
  readonly data: string;
  /** How long it rings in all, and when it stops, ms since the epoch: a clock may be set meanwhile. */
  readonly ringMs: number;
  readonly until: number;
  /** Answered, here or by another page of the same device, or taken back: nobody answers any more. */
  over?: boolean;
}

interface Held extends OutgoingInvitation {
  readonly waiting: Set<string>;
  readonly until: number;
}

/** Signalling by calling each other's functions through a {@link MemoryNetwork}. */
export class MemorySignaling extends Emitter<SignalingEvent> implements Signaling {
  readonly #engine: MemoryEngine;
  readonly #known = new Map<string, Known>();
  /** Sent to people who were not there: they get it should they log in while it still rings. */
  readonly #held = new Map<string, Held>();
  #userId = '';
  #profile = { nickname: '', avatarUrl: '' };

  constructor(engine: MemoryEngine) {
    super();
    this.#engine = engine;
  }

  /** '' while nobody is logged in. */
  get userId(): string {
    return this.#userId;
  }

  get profile(): { readonly nickname: string; readonly avatarUrl: string } {
    return this.#profile;
  }

  async login({ userId }: Credentials, signal: AbortSignal): Promise<void> {
    await this.#engine.network.trip(this.#engine, signal);
    this.#userId = userId;
    try {
      this.#engine.network.signIn(this.#engine, userId);
    } catch (thrown) {
      this.#userId = '';
      throw thrown;
    }
    this.emit({ type: 'connection', state: 'connected' });
  }

  async logout(): Promise<void> {
    if (this.#userId === '') return;
    const userId = this.#userId;
    this.#reset();
    this.#engine.network.signOut(this.#engine, userId);
    if (this.#engine.connected) this.#engine.network.announceVanished(userId);
  }

  async setInCall(inCall: boolean): Promise<boolean> {
    return this.#userId === '' || this.#engine.network.setInCall(this.#engine, this.#userId, inCall);
  }

  async invite(invitation: OutgoingInvitation, signal: AbortSignal): Promise<void> {
    await this.#ready(signal);
    const { inviteId, invitees, groupId, data, timeout } = invitation;
    const known: Known = { inviteId, inviter: this.#userId, invitees, groupId, data, ringMs: timeout * 1000, until: this.#engine.network.clock.now() + timeout * 1000 };
    if (timeout > 0) this.#remember(known);
    for (const userId of invitees) {
      if (this.#engine.network.pagesOf(userId).length > 0) this.#deliver(known, userId);
      else if (timeout > 0) this.#hold(invitation, userId);
    }
  }

  async accept(inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    await this.#answer('accepted', inviteId, data, signal);
  }

  async reject(inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    await this.#answer('rejected', inviteId, data, signal);
  }

  async cancel(inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    await this.#ready(signal);
    this.#held.delete(inviteId);
    const known = this.#known.get(inviteId);
    if (known?.inviter !== this.#userId) return;
    this.#known.delete(inviteId);
    for (const userId of known.invitees) {
      this.#post(userId, (peer) => peer.#take(known.inviter, inviteId, { type: 'cancelled', inviteId, userId: known.inviter, data }));
    }
  }

  async setProfile(profile: { readonly nickname: string; readonly avatarUrl: string }, signal: AbortSignal): Promise<void> {
    await this.#ready(signal);
    this.#profile = profile;
  }

  async getProfiles(userIds: readonly string[], signal: AbortSignal): Promise<readonly UserProfile[]> {
    await this.#ready(signal);
    return userIds.map((userId) => ({ userId, nickname: '', avatarUrl: '', ...this.#engine.network.pagesOf(userId).at(-1)?.signaling.profile }));
  }

  // —— faults and the network's side ——————————————————————————————————————————————————————————————————————————

  /** The service takes the session away. */
  kick(reason: KickReason): void {
    if (this.#userId === '') return;
    this.#reset();
    this.emit({ type: 'kicked', reason });
  }

  connectionLost(): void {
    if (this.#userId === '') return;
    this.#engine.network.signOut(this.#engine, this.#userId);
    this.#engine.network.announceVanished(this.#userId);
    this.emit({ type: 'connection', state: 'reconnecting' });
  }

  connectionBack(): void {
    if (this.#userId === '') return;
    this.#engine.network.signIn(this.#engine, this.#userId);
    this.emit({ type: 'connection', state: 'connected' });
  }

  crash(): void {
    this.#reset();
    this.silence();
  }

  silence(): void {
    this.clear();
  }

  /** Gives `userId`, who is there now, what was sent to them before. */
  deliverHeld(userId: string, page: MemoryEngine): void {
    for (const [inviteId, held] of [...this.#held]) {
      if (held.until < this.#engine.network.clock.now() || this.#userId === '') this.#held.delete(inviteId);
      else if (held.waiting.delete(userId)) this.#deliver({ inviteId, inviter: this.#userId, invitees: held.invitees, groupId: held.groupId, data: held.data, ringMs: held.timeout * 1000, until: held.until }, userId, page);
    }
  }

  /** @internal A page that opened meanwhile hears what rings here. */
  tellRinging(page: MemoryEngine): void {
    const { clock } = this.#engine.network;
    clock.after(0, () => {
      for (const known of this.#known.values()) {
        const isOpen = !known.over && known.inviter !== this.#userId && known.until > clock.now();
        if (isOpen && this.#userId === page.userId && !page.signaling.#known.has(known.inviteId)) page.signaling.#ring(known);
      }
    });
  }

  /** @internal Another page of the user came, went, or is in a call now. */
  pagesChanged(): void {
    if (this.#userId !== '') this.emit({ type: 'pages', ...this.#engine.network.newsFor(this.#engine, this.#userId) });
  }

  peerVanished(userId: string): void {
    if (this.#engine.network.pagesOf(userId).length > 0 || !this.#engine.connected) return;
    for (const { inviteId, inviter, invitees } of [...this.#known.values()]) {
      if (inviter === userId || invitees.includes(userId)) this.emit({ type: 'vanished', inviteId, userId });
    }
  }

  // —— the wire ———————————————————————————————————————————————————————————————————————————————————————————————

  async #ready(signal: AbortSignal): Promise<void> {
    await this.#engine.network.trip(this.#engine, signal);
    if (this.#userId === '') throw new CallError('not-logged-in');
  }

  async #answer(type: 'accepted' | 'rejected', inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    await this.#ready(signal);
    const known = this.#known.get(inviteId);
    const userId = this.#userId;
    if (!known?.invitees.includes(userId) || known.over) return;
    known.over = true;
    for (const page of this.#engine.network.siblingsOf(this.#engine.device, userId)) if (page !== this.#engine) page.signaling.#answeredNearby(type, inviteId, data);
    this.#post(known.inviter, (peer) => peer.#take(userId, inviteId, { type, inviteId, userId, data }));
  }

  #answeredNearby(type: 'accepted' | 'rejected', inviteId: string, data: string): void {
    const known = this.#known.get(inviteId);
    if (!known || known.over) return;
    known.over = true;
    this.emit({ type, inviteId, userId: this.#userId, data, nearby: true });
  }

  #ring(known: Known): void {
    const { inviteId, inviter, invitees, groupId, data, ringMs, until } = known;
    if (this.#known.get(inviteId)?.over) return;
    this.#remember({ ...known });
    this.emit({ type: 'invitation', inviteId, inviter, invitees, groupId, data, ringMs: Math.min(ringMs, until - this.#engine.network.clock.now()) });
  }

  #deliver(known: Known, userId: string, page?: MemoryEngine): void {
    this.#post(userId, (peer) => {
      if (page && peer.#engine !== page) return;
      peer.#ring(known);
      peer.#post(known.inviter, (inviter) => inviter.#take(userId, known.inviteId, { type: 'delivered', inviteId: known.inviteId, userId }));
    });
  }

  /** An answer counts only from somebody who has a part in the invitation. */
  #take(from: string, inviteId: string, event: SignalingEvent): void {
    const known = this.#known.get(inviteId);
    if (!known || (known.inviter !== from && !known.invitees.includes(from))) return;
    if (event.type === 'cancelled') known.over = true;
    this.emit(event);
  }

  #post(userId: string, deliver: (peer: MemorySignaling) => void): void {
    if (!this.#engine.connected) return;
    this.#engine.network.post(this.#userId, userId, () => {
      for (const peer of this.#engine.network.pagesOf(userId)) if (peer.connected) deliver(peer.signaling);
    });
  }

  #hold(invitation: OutgoingInvitation, userId: string): void {
    const held = this.#held.get(invitation.inviteId) ?? { ...invitation, waiting: new Set<string>(), until: this.#engine.network.clock.now() + invitation.timeout * 1000 };
    held.waiting.add(userId);
    this.#held.set(invitation.inviteId, held);
  }

  #remember(known: Known): void {
    this.#known.set(known.inviteId, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAX_INVITATIONS && oldest !== undefined) this.#known.delete(oldest);
  }

  #reset(): void {
    const userId = this.#userId;
    this.#userId = '';
    if (userId !== '') this.#engine.network.setInCall(this.#engine, userId, false);
    this.#known.clear();
    this.#held.clear();
  }
}
