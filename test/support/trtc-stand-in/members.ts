/** UNOFFICIAL AND LOCAL. Who is in which room. */
import type { Member } from './member.js';
import { ANCHOR } from './wire.js';

export class Members {
  readonly #all = new Set<Member>();

  add(member: Member): void {
    this.#all.add(member);
  }

  /** @returns false when it was not there */
  delete(member: Member): boolean {
    return this.#all.delete(member);
  }

  /** Closes everybody. */
  clear(): void {
    for (const member of this.#all) member.close();
    this.#all.clear();
  }

  /** The user's place in a room; without `roomId` in whichever they are. */
  find(userId: string, roomId?: string): Member | undefined {
    return [...this.#all].find((member) => member.userId === userId && (roomId ?? member.roomId) === member.roomId);
  }

  /** In the order of joining. */
  room(roomId: string): Member[] {
    return [...this.#all].filter((member) => member.roomId === roomId);
  }

  peers(member: Member): Member[] {
    return this.room(member.roomId).filter((peer) => peer !== member);
  }

  /** What push 23 and the answer to a join tell `member`. */
  publishers(member: Member): unknown[] {
    return this.peers(member).filter(({ flag }) => flag).map(({ userId, tinyId, flag }) => ({ userId, srcTinyId: tinyId, flag }));
  }

  /** The answer to `get_user_list`. */
  users(member: Member): unknown[] {
    return this.peers(member).map(({ userId, tinyId, flag }) => ({ userId, srcTinyId: tinyId, role: ANCHOR, flag }));
  }
}
