import type { CallSnapshot, CaptureState } from '../../src/calling/state/call-state.js';

const closed: CaptureState = {
  wanted: false, on: false, pending: false, error: 0, deviceId: '', label: '', previewed: false, silenced: false, missing: '', permission: '',
  settings: { processing: {}, width: 0, height: 0, frameRate: 0, facing: '' },
};

/** What elements show as long as they have no Calling: nobody is logged in, no call, every device closed. */
export const noCall: CallSnapshot = {
  session: { phase: 'logged-out', sdkAppId: 0, userId: '', connection: 'disconnected', reconnectingSince: null, kicked: null, otherPages: 0, busyElsewhere: false },
  call: null,
  ended: null,
  interrupted: null,
  devices: {
    microphone: { ...closed, muted: false, speaking: false, processing: { noiseSuppression: true, echoCancellation: true, autoGainControl: true } },
    camera: { ...closed, front: true, quality: 'auto' },
    screen: closed,
    speaker: { handsFree: true, deviceId: '', muted: false, blocked: false, missing: false },
  },
  profiles: {},
};
