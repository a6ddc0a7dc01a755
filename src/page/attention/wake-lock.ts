/** Keeps the screen from going dark (W3C Screen Wake Lock): browsers take it back with each look away, so it is asked for anew. */
export class WakeLock {
  #wanted = false;
  #lock: WakeLockSentinel | null = null;
  #asking = false;

  keep(wanted: boolean): void {
    if (wanted === this.#wanted || !('wakeLock' in navigator)) return;
    this.#wanted = wanted;
    if (wanted) document.addEventListener('visibilitychange', this.#ask);
    else document.removeEventListener('visibilitychange', this.#ask);
    if (wanted) void this.#ask();
    else this.#release();
  }

  readonly #ask = async (): Promise<void> => {
    if (this.#asking || document.visibilityState !== 'visible' || (this.#lock && !this.#lock.released)) return;
    this.#asking = true;
    try {
      this.#lock = await navigator.wakeLock.request('screen');
    } catch {
      // A low battery, or the page's policy: the call goes on with a screen that sleeps.
    }
    this.#asking = false;
    if (!this.#wanted) this.#release();
  };

  #release(): void {
    void this.#lock?.release();
    this.#lock = null;
  }
}
