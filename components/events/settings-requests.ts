import type { MediaDeviceKindName, VideoQuality, VoiceProcessing } from '../../src/calling/state/call-state.js';
import { RequestEvent } from './request-event.js';

/** Somebody wants to see the settings. */
export class TrtcSettingsRequestEvent extends RequestEvent {
  constructor() { super('trtc-settings-request', undefined); }
}

/** Somebody chose a device. */
export class TrtcDeviceRequestEvent extends RequestEvent<{ readonly kind: MediaDeviceKindName; readonly deviceId: string }> {
  constructor(kind: MediaDeviceKindName, deviceId: string) { super('trtc-device-request', { kind, deviceId }); }
}

/** Somebody wants their voice treated in another way. */
export class TrtcVoiceProcessingRequestEvent extends RequestEvent<Partial<VoiceProcessing>> {
  constructor(processing: Partial<VoiceProcessing>) { super('trtc-voice-processing-request', processing); }
}

/** Somebody wants their picture better, or cheaper. */
export class TrtcVideoQualityRequestEvent extends RequestEvent<{ readonly quality: VideoQuality }> {
  constructor(quality: VideoQuality) { super('trtc-video-quality-request', { quality }); }
}

/** The wishes about devices. */
export interface SettingsRequestEventMap {
  'trtc-settings-request': TrtcSettingsRequestEvent;
  'trtc-device-request': TrtcDeviceRequestEvent;
  'trtc-voice-processing-request': TrtcVoiceProcessingRequestEvent;
  'trtc-video-quality-request': TrtcVideoQualityRequestEvent;
}
