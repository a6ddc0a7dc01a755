/**
 * What somebody wishes for by a gesture, before it is done: it bubbles, leaves shadow roots, and `preventDefault()` keeps
 * the element from doing it, so that an application can do something else or nothing.
 */
export abstract class RequestEvent<T = undefined> extends CustomEvent<T> {
  constructor(type: `trtc-${string}-request`, detail: T) {
    super(type, { detail, bubbles: true, composed: true, cancelable: true });
  }
}
