import type { CallSnapshot, CaptureState } from '../../src/calling/state/call-state.js';

const closed: CaptureState = { wanted: false, on: false, pending: false, error: 0, deviceId: '', label: '' };

/** What elements show as long as they have no Calling: nobody is logged in, no call, every device closed. */
export const noCall: CallSnapshot = {
  session: { phase: 'logged-out', sdkAppId: 0, userId: '', connection: 'disconnected', kicked: null },
  call: null,
  ended: null,
  interrupted: null,
  devices: {
    microphone: { ...closed, muted: false },
    camera: { ...closed, front: true },
    screen: closed,
    speaker: { handsFree: true, deviceId: '', muted: false, blocked: false },
  },
  profiles: {},
};
