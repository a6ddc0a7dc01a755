import { CODES, type CallErrorName } from './errors.js';

/** How one foreseeable failure is numbered, said, and mended. */
export interface ErrorEntry {
  readonly code: number;
  /** One sentence for a developer's log. */
  readonly desc: string;
  /** What the person or the developer can do about it. */
  readonly remedy: string;
}

/** The closed table of failures. */
export const ERRORS = {
  'switch-to-audio-failed': { code: CODES['switch-to-audio-failed'], desc: 'Switching to an audio call failed.', remedy: 'Try again, or turn the camera off.' },
  'switch-to-video-failed': { code: CODES['switch-to-video-failed'], desc: 'Switching to a video call failed.', remedy: 'Try again.' },
  'no-microphone': { code: CODES['no-microphone'], desc: 'No microphone could be opened.', remedy: 'Connect a microphone, then turn it on in the call.' },
  'no-camera': { code: CODES['no-camera'], desc: 'No camera could be opened.', remedy: 'Connect a camera, or go on with audio.' },
  'permission-denied': { code: CODES['permission-denied'], desc: 'The use of a device was refused.', remedy: 'Allow it in the address bar, then try again.' },
  'webrtc-unsupported': { code: CODES['webrtc-unsupported'], desc: 'This browser has no WebRTC.', remedy: 'Use a current Chrome, Edge, Firefox or Safari.' },
  'invalid-argument': { code: CODES['invalid-argument'], desc: 'An argument has the wrong type, or is empty, too long or out of range.', remedy: 'See the method\'s documentation.' },
  'not-logged-in': { code: CODES['not-logged-in'], desc: 'This needs a login first.', remedy: 'Call login() and wait for code 0.' },
  'already-logged-in': { code: CODES['already-logged-in'], desc: 'Another user is logged in.', remedy: 'Call logout() first.' },
  'wrong-state': { code: CODES['wrong-state'], desc: 'This cannot be done in the present state of the call.', remedy: 'Look at calling.state before.' },
  'busy': { code: CODES['busy'], desc: 'There is a call already that has not been answered.', remedy: 'Answer, decline or hang up first.' },
  'own-user-id': { code: CODES['own-user-id'], desc: 'Nobody can call themselves.', remedy: 'Pass another user id.' },
  'call-full': { code: CODES['call-full'], desc: 'The call has as many people as it can hold.', remedy: 'Nobody more can be invited.' },
  'timed-out': { code: CODES['timed-out'], desc: 'The operation took too long.', remedy: 'Check the network, then try again.' },
  'network': { code: CODES['network'], desc: 'The signalling service cannot be reached.', remedy: 'Check the network or the relay address.' },
  'destroyed': { code: CODES['destroyed'], desc: 'This TRTCCalling has been destroyed.', remedy: 'Ask sharedInstance() for a fresh one.' },
  'kicked-offline': { code: CODES['kicked-offline'], desc: 'The same user logged in elsewhere.', remedy: 'Log in again to come back.' },
  'login-refused': { code: CODES['login-refused'], desc: 'The service refused the login.', remedy: 'Check SDKAppID, userId and userSig.' },
  'device-in-use': { code: CODES['device-in-use'], desc: 'The device is used by another program.', remedy: 'Close the other program, then try again.' },
  'insecure-context': { code: CODES['insecure-context'], desc: 'Devices need a secure page.', remedy: 'Serve the page over https or from localhost.' },
  'aborted': { code: CODES['aborted'], desc: 'Another command took its place before it was done.', remedy: 'Nothing to do.' },
  'room-join-failed': { code: CODES['room-join-failed'], desc: 'The media room could not be joined.', remedy: 'Check the network, then call again.' },
  'peer-unreachable': { code: CODES['peer-unreachable'], desc: 'The other side did not come into the call.', remedy: 'Call again.' },
  'already-invited': { code: CODES['already-invited'], desc: 'This user is in the call already or is being called.', remedy: 'Nothing to do.' },
  'invitation-failed': { code: CODES['invitation-failed'], desc: 'The invitation could not be delivered to the service.', remedy: 'Call again.' },
  'autoplay-blocked': { code: CODES['autoplay-blocked'], desc: 'The browser holds sound back until somebody clicks.', remedy: 'Call resumePlayback() from a click.' },
  'engine-unavailable': { code: CODES['engine-unavailable'], desc: 'The engine could not be loaded.', remedy: 'Check the engine option and that its file is served.' },
  'not-supported': { code: CODES['not-supported'], desc: 'This browser or engine cannot do it.', remedy: 'Hide the control.' },
  'no-such-view': { code: CODES['no-such-view'], desc: 'No element belongs to that view id.', remedy: 'Pass the viewId of a <trtc-video-view>, an element\'s id or an element.' },
  'no-such-device': { code: CODES['no-such-device'], desc: 'No device has that id.', remedy: 'Ask getDevices() for the list.' },
  'removed-from-room': { code: CODES['removed-from-room'], desc: 'The service took this user out of the media room.', remedy: 'Call again, or ask whoever runs the service.' },
  'signature-expiring': { code: CODES['signature-expiring'], desc: 'The userSig is about to expire.', remedy: 'Call login() for the same user with a fresh one; a call goes on.' },
  'in-another-page': { code: CODES['in-another-page'], desc: 'The same user is in a call in another tab.', remedy: 'End that call first, or go to its tab.' },
  'policy-denied': { code: CODES['policy-denied'], desc: 'A permissions policy keeps devices from this page.', remedy: 'Add allow="camera; microphone; display-capture" to the iframe, or mend the Permissions-Policy header.' },
  'system-denied': { code: CODES['system-denied'], desc: 'The operating system refuses this browser the device.', remedy: 'Allow the browser in the system\'s privacy settings, then try again.' },
  'no-h264': { code: CODES['no-h264'], desc: 'This browser lacks H.264, which the service needs.', remedy: 'Use a current Chrome, Edge or Safari, or install the system\'s codecs.' },
  'internal': { code: CODES['internal'], desc: 'An unforeseen failure inside the engine.', remedy: 'Please report it with the log.' },
} as const satisfies Record<CallErrorName, ErrorEntry>;
