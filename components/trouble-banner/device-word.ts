import { CODES } from '../../src/calling/errors.js';
import type { DevicePermission } from '../../src/calling/state/call-state.js';
import type { troubleWords } from '../locales/en/trouble.js';

/** A sentence of the banner that has no places to fill. */
export type Word = Exclude<keyof typeof troubleWords, 'errorCode' | 'microphoneReplaced' | 'cameraReplaced'>;

/** What keeps a microphone or a camera from working, in words. */
export function deviceWord(device: 'microphone' | 'camera', code: number, permission: DevicePermission = ''): Word {
  const isMicrophone = device === 'microphone';
  switch (code) {
    case CODES['permission-denied']:
      // The question was waved away: it will be asked again.
      if (permission === 'prompt') return isMicrophone ? 'microphoneNotAllowed' : 'cameraNotAllowed';
      return isMicrophone ? 'microphoneDenied' : 'cameraDenied';
    case CODES['policy-denied']: return 'deniedByPage';
    case CODES['system-denied']: return isMicrophone ? 'microphoneDeniedBySystem' : 'cameraDeniedBySystem';
    case CODES['no-microphone']:
    case CODES['no-camera']:
    case CODES['no-such-device']: return isMicrophone ? 'noMicrophone' : 'noCamera';
    case CODES['device-in-use']: return isMicrophone ? 'microphoneInUse' : 'cameraInUse';
    case CODES['insecure-context']: return 'insecurePage';
    case CODES['webrtc-unsupported']: return 'unsupportedBrowser';
    case CODES['no-h264']: return 'missingCodec';
    default: return isMicrophone ? 'microphoneFailed' : 'cameraFailed';
  }
}
