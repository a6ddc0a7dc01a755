import type { Calling } from '../../src/calling/calling.js';
import type { DelegateListener } from '../../src/calling/delegate.js';
import { eventFor } from '../events/event-for.js';
import { preventIncoming } from './incoming-screens.js';

/** Hands the delegate callbacks of one Calling on as DOM events of `target`. Following another one ends the former. */
export class DelegateRelay {
  readonly #target: EventTarget;
  #calling: Calling | undefined;

  constructor(target: EventTarget) {
    this.#target = target;
  }

  follow(calling: Calling | undefined): void {
    if (calling === this.#calling) return;
    this.#calling?.unRegisterListener(this.#listener);
    this.#calling = calling;
    calling?.registerListener(this.#listener);
  }

  readonly #listener: DelegateListener = (type, params) => {
    const allowed = this.#target.dispatchEvent(eventFor(type, params));
    if (type === 'onInvited' && !allowed && this.#calling) preventIncoming(this.#calling, this.#calling.state.call?.callId ?? '');
  };
}
