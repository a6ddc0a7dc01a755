import { CallInSight } from './call-in-sight.js';
import { CallNotification, type NotificationWords } from './call-notification.js';
import type { NotificationAction } from './worker-messages.js';

/** How often it is asked whether anybody sees the call, ms: between two tabs there is a moment with neither in view. */
const LOOK_MS = 400;

/** The notification of one call that rings: there as long as no page of this browser that shows the call is in view. */
export class RingNotification {
  readonly #key: string;
  readonly #onAction: (action: NotificationAction) => void;
  readonly #sight: CallInSight;
  #words: NotificationWords | null = null;
  #shown: CallNotification | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(key: string, onAction: (action: NotificationAction) => void) {
    this.#key = key;
    this.#onAction = onAction;
    this.#sight = new CallInSight(key);
  }

  /** null: this page shows the call, and notifies nobody of it. */
  set(words: NotificationWords | null): void {
    this.#words = words;
    if (words) this.#timer ??= setInterval(() => void this.#look(), LOOK_MS);
    else this.#hide();
  }

  /** The ring is over. */
  close(): void {
    this.#sight.close();
    this.#hide();
  }

  async #look(): Promise<void> {
    const isSeen = await this.#sight.isSeen();
    if (isSeen) this.#takeBack();
    else if (this.#words && !this.#shown) {
      this.#shown = new CallNotification(this.#key, this.#onAction);
      this.#shown.show(this.#words).catch((error: unknown) => reportError(error));
    }
  }

  #hide(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#words = null;
    this.#takeBack();
  }

  #takeBack(): void {
    this.#shown?.close();
    this.#shown = null;
  }
}
