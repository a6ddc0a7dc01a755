export * from './document-events.js';
export * from './further-events.js';
export * from './call-requests.js';
export * from './media-requests.js';
export * from './view-requests.js';
export * from './flow-requests.js';
export { TrtcVideoResizeEvent } from './video-resize-event.js';
export { eventFor } from './event-for.js';
export type { TrtcEventMap } from './event-map.js';
