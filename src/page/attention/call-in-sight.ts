/**
 * Whether somebody can see the call in any page of this browser. Each visible page that shows it holds a lock of its name
 * (W3C Web Locks); browsers without them answer for the page itself alone.
 */
export class CallInSight {
  readonly #name: string;
  readonly #over = new AbortController();
  #turn: AbortController | null = null;

  /** @param key names the call; the same in every page that shows it */
  constructor(key: string) {
    this.#name = `trtc-calling in sight ${key}`;
    document.addEventListener('visibilitychange', this.#look, { signal: this.#over.signal });
    this.#look();
  }

  async isSeen(): Promise<boolean> {
    if (document.visibilityState === 'visible') return true;
    if (!('locks' in navigator)) return false;
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === this.#name);
  }

  close(): void {
    this.#over.abort();
    this.#turn?.abort();
    this.#turn = null;
  }

  readonly #look = (): void => {
    const isVisible = document.visibilityState === 'visible';
    if (isVisible === (this.#turn !== null) || !('locks' in navigator)) return;
    this.#turn?.abort();
    this.#turn = null;
    if (isVisible) this.#hold();
  };

  #hold(): void {
    const { signal } = (this.#turn = new AbortController());
    const held = (): Promise<void> => new Promise((release) => {
      if (signal.aborted) release();
      signal.addEventListener('abort', () => release());
    });
    navigator.locks.request(this.#name, { mode: 'shared', signal }, held).catch((error: unknown) => { if (!signal.aborted) reportError(error); });
  }
}
