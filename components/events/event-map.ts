import type { CallRequestEventMap } from './call-requests.js';
import type { DocumentedEventMap } from './document-events.js';
import type { FlowRequestEventMap } from './flow-requests.js';
import type { FurtherEventMap } from './further-events.js';
import type { MediaRequestEventMap } from './media-requests.js';
import type { ViewRequestEventMap } from './view-requests.js';
import type { SettingsRequestEventMap } from './settings-requests.js';
import type { TrtcVideoResizeEvent } from './video-resize-event.js';

/** Every DOM event of this package by its name. */
export interface TrtcEventMap extends DocumentedEventMap, FurtherEventMap, CallRequestEventMap, MediaRequestEventMap, SettingsRequestEventMap, FlowRequestEventMap, ViewRequestEventMap {
  'trtc-video-resize': TrtcVideoResizeEvent;
}

declare global {
  interface HTMLElementEventMap extends TrtcEventMap {}
  interface DocumentEventMap extends TrtcEventMap {}
  interface WindowEventMap extends TrtcEventMap {}
}
