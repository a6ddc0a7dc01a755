import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long somebody who declined or did not answer is still seen, ms. */
const SHOWN_MS = 6000;

/** Lets the tiles of those who will not come be seen for a moment and then go. */
export class RecentRefusals implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout> | null>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Takes who has refused by now, and says which of them are still to be seen. */
  recent(userIds: readonly string[]): readonly string[] {
    for (const userId of [...this.#timers.keys()]) if (!userIds.includes(userId)) this.#forget(userId);
    for (const userId of userIds) {
      if (this.#timers.has(userId)) continue;
      this.#timers.set(userId, setTimeout(() => {
        this.#timers.set(userId, null);
        this.#host.requestUpdate();
      }, SHOWN_MS));
    }
    return userIds.filter((userId) => this.#timers.get(userId) !== null);
  }

  hostDisconnected(): void {
    for (const userId of [...this.#timers.keys()]) this.#forget(userId);
  }

  #forget(userId: string): void {
    clearTimeout(this.#timers.get(userId) ?? undefined);
    this.#timers.delete(userId);
  }
}
