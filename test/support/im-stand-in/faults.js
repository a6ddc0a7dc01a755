/** UNOFFICIAL AND LOCAL. What can be made to go wrong in the stand-in. */

/** @typedef {import('./client.js').Fault} Fault */

/** The faults of one realm; each is used up after `times`. */
export class Faults {
  /** @type {(Fault & { left: number })[]} */
  #faults = [];

  /** @param {Fault} fault */
  add(fault) {
    this.#faults.push({ ...fault, left: fault.times ?? Infinity });
  }

  clear() {
    this.#faults = [];
  }

  /**
   * The fault for this frame, if there is one.
   *
   * @param {'request' | 'reply' | 'push'} on @param {string} command @param {string} userId
   * @returns {Fault | undefined}
   */
  take(on, command, userId) {
    const fault = this.#faults.find((one) => one.left > 0 && (one.on ?? 'request') === on
      && (one.command === undefined || one.command === command) && (one.userId === undefined || one.userId === userId));
    if (fault) fault.left -= 1;
    return fault;
  }
}
