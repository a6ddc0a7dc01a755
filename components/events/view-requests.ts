import { RequestEvent } from './request-event.js';

/** Somebody wants this person large (`pinned`), or no longer. */
export class TrtcPinRequestEvent extends RequestEvent<{ readonly userId: string; readonly pinned: boolean }> {
  constructor(userId: string, pinned: boolean) { super('trtc-pin-request', { userId, pinned }); }
}

/** The wishes about what is seen where. */
export interface ViewRequestEventMap {
  'trtc-pin-request': TrtcPinRequestEvent;
}
