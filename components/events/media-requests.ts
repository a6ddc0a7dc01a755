import { RequestEvent } from './request-event.js';

/** Somebody wants to be heard (`muted: false`) or not. */
export class TrtcMicRequestEvent extends RequestEvent<{ readonly muted: boolean }> {
  constructor(muted: boolean) { super('trtc-mic-request', { muted }); }
}

/** Somebody wants their camera on or off. */
export class TrtcCameraRequestEvent extends RequestEvent<{ readonly on: boolean }> {
  constructor(on: boolean) { super('trtc-camera-request', { on }); }
}

/** Somebody wants the front or the back camera. */
export class TrtcSwitchCameraRequestEvent extends RequestEvent<{ readonly front: boolean }> {
  constructor(front: boolean) { super('trtc-switch-camera-request', { front }); }
}

/** Somebody wants the loudspeaker, or not. */
export class TrtcSpeakerRequestEvent extends RequestEvent<{ readonly handsFree: boolean }> {
  constructor(handsFree: boolean) { super('trtc-speaker-request', { handsFree }); }
}

/** Somebody wants the held-back sound to play. */
export class TrtcResumeRequestEvent extends RequestEvent {
  constructor() { super('trtc-resume-request', undefined); }
}

/** Somebody wants to share their screen, or to stop. */
export class TrtcScreenShareRequestEvent extends RequestEvent<{ readonly on: boolean }> {
  constructor(on: boolean) { super('trtc-screen-share-request', { on }); }
}

/** Somebody wants the picture in a window of its own, or back. */
export class TrtcPipRequestEvent extends RequestEvent<{ readonly on: boolean }> {
  constructor(on: boolean) { super('trtc-pip-request', { on }); }
}

/** Somebody wants the call to fill the screen, or not. */
export class TrtcFullscreenRequestEvent extends RequestEvent<{ readonly on: boolean }> {
  constructor(on: boolean) { super('trtc-fullscreen-request', { on }); }
}

/** Somebody wants the small picture large and the large one small. */
export class TrtcSwapRequestEvent extends RequestEvent {
  constructor() { super('trtc-swap-request', undefined); }
}

/** The wishes about sound and pictures. */
export interface MediaRequestEventMap {
  'trtc-mic-request': TrtcMicRequestEvent;
  'trtc-camera-request': TrtcCameraRequestEvent;
  'trtc-switch-camera-request': TrtcSwitchCameraRequestEvent;
  'trtc-speaker-request': TrtcSpeakerRequestEvent;
  'trtc-resume-request': TrtcResumeRequestEvent;
  'trtc-screen-share-request': TrtcScreenShareRequestEvent;
  'trtc-pip-request': TrtcPipRequestEvent;
  'trtc-fullscreen-request': TrtcFullscreenRequestEvent;
  'trtc-swap-request': TrtcSwapRequestEvent;
}
