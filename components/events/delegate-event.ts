import { domEventName, type DelegateEvent, type DelegateEventMap } from '../../src/calling/delegate.js';

/** A delegate callback as a DOM event: `detail` holds its parameters; it bubbles and leaves shadow roots. */
export abstract class CallingEvent<K extends DelegateEvent> extends CustomEvent<DelegateEventMap[K]> {
  constructor(callback: K, detail: DelegateEventMap[K], cancelable = false) {
    super(domEventName(callback), { detail, bubbles: true, composed: true, cancelable });
  }
}
