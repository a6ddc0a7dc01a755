/** Who came or went last. */
export interface Coming {
  readonly userId: string;
  readonly isHere: boolean;
}

/** Compares who is in the room with who was, and says the latest change; nothing for the first look. */
export class Comings {
  #here: ReadonlySet<string> | undefined;

  look(userIds: readonly string[]): Coming | undefined {
    const before = this.#here;
    this.#here = new Set(userIds);
    if (!before) return undefined;
    const came = userIds.find((userId) => !before.has(userId));
    if (came !== undefined) return { userId: came, isHere: true };
    const went = [...before].find((userId) => !this.#here?.has(userId));
    return went === undefined ? undefined : { userId: went, isHere: false };
  }
}
