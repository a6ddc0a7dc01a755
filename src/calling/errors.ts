/** What `code` is when nothing went wrong. */
export const SUCCESS = 0;

/** How one foreseeable failure is numbered, said, and mended. */
export interface ErrorEntry {
  readonly code: number;
  /** One sentence for a developer's log. */
  readonly desc: string;
  /** What the person or the developer can do about it. */
  readonly remedy: string;
}

/**
 * The closed table of failures. 60001 to 60006 are the codes that the older web TRTCCalling documents; 61xxx are this
 * package's own. A failure inside an SDK keeps the SDK's documented number (see {@link CallError.code}).
 */
export const ERRORS = {
  'switch-to-audio-failed': { code: 60001, desc: 'Switching to an audio call failed.', remedy: 'Try again, or turn the camera off.' },
  'switch-to-video-failed': { code: 60002, desc: 'Switching to a video call failed.', remedy: 'Try again.' },
  'no-microphone': { code: 60003, desc: 'No microphone could be opened.', remedy: 'Connect a microphone, then turn it on in the call.' },
  'no-camera': { code: 60004, desc: 'No camera could be opened.', remedy: 'Connect a camera, or go on with audio.' },
  'permission-denied': { code: 60005, desc: 'The use of a device was refused.', remedy: 'Allow it in the address bar, then try again.' },
  'webrtc-unsupported': { code: 60006, desc: 'This browser has no WebRTC.', remedy: 'Use a current Chrome, Edge, Firefox or Safari.' },
  'invalid-argument': { code: 61001, desc: 'An argument has the wrong type, or is empty, too long or out of range.', remedy: 'See the method\'s documentation.' },
  'not-logged-in': { code: 61002, desc: 'This needs a login first.', remedy: 'Call login() and wait for code 0.' },
  'already-logged-in': { code: 61003, desc: 'Another user is logged in.', remedy: 'Call logout() first.' },
  'wrong-state': { code: 61004, desc: 'This cannot be done in the present state of the call.', remedy: 'Look at calling.state before.' },
  'busy': { code: 61005, desc: 'There is a call already that has not been answered.', remedy: 'Answer, decline or hang up first.' },
  'own-user-id': { code: 61006, desc: 'Nobody can call themselves.', remedy: 'Pass another user id.' },
  'call-full': { code: 61007, desc: 'The call has as many people as it can hold.', remedy: 'Nobody more can be invited.' },
  'timed-out': { code: 61008, desc: 'The operation took too long.', remedy: 'Check the network, then try again.' },
  'network': { code: 61009, desc: 'The signalling service cannot be reached.', remedy: 'Check the network or the relay address.' },
  'destroyed': { code: 61010, desc: 'This TRTCCalling has been destroyed.', remedy: 'Ask sharedInstance() for a fresh one.' },
  'kicked-offline': { code: 61011, desc: 'The same user logged in elsewhere.', remedy: 'Log in again to come back.' },
  'login-refused': { code: 61012, desc: 'The service refused the login.', remedy: 'Check SDKAppID, userId and userSig.' },
  'device-in-use': { code: 61013, desc: 'The device is used by another program.', remedy: 'Close the other program, then try again.' },
  'insecure-context': { code: 61014, desc: 'Devices need a secure page.', remedy: 'Serve the page over https or from localhost.' },
  'aborted': { code: 61015, desc: 'Another command took its place before it was done.', remedy: 'Nothing to do.' },
  'room-join-failed': { code: 61016, desc: 'The media room could not be joined.', remedy: 'Check the network, then call again.' },
  'peer-unreachable': { code: 61017, desc: 'The other side did not come into the call.', remedy: 'Call again.' },
  'already-invited': { code: 61018, desc: 'This user is in the call already or is being called.', remedy: 'Nothing to do.' },
  'invitation-failed': { code: 61019, desc: 'The invitation could not be delivered to the service.', remedy: 'Call again.' },
  'autoplay-blocked': { code: 61020, desc: 'The browser holds sound back until somebody clicks.', remedy: 'Call resumePlayback() from a click.' },
  'engine-unavailable': { code: 61021, desc: 'The engine could not be loaded.', remedy: 'Check the engine option and that its file is served.' },
  'not-supported': { code: 61022, desc: 'This browser or engine cannot do it.', remedy: 'Hide the control.' },
  'no-such-view': { code: 61023, desc: 'No element belongs to that view id.', remedy: 'Pass the viewId of a <trtc-video-view>, an element\'s id or an element.' },
  'no-such-device': { code: 61024, desc: 'No device has that id.', remedy: 'Ask getDevices() for the list.' },
  'removed-from-room': { code: 61025, desc: 'The service took this user out of the media room.', remedy: 'Call again, or ask whoever runs the service.' },
  'internal': { code: 61099, desc: 'An unforeseen failure inside the engine.', remedy: 'Please report it with the log.' },
} as const satisfies Record<string, ErrorEntry>;

/** The name of one row of {@link ERRORS}. */
export type CallErrorName = keyof typeof ERRORS;

/** A failure with its row of {@link ERRORS}. `code` differs from the row's when an SDK gave its own number. */
export class CallError extends Error {
  readonly code: number;
  readonly reason: CallErrorName;

  constructor(reason: CallErrorName, options: { readonly detail?: string; readonly code?: number; readonly cause?: unknown } = {}) {
    const { desc } = ERRORS[reason];
    super(options.detail ? `${desc} ${options.detail}` : desc, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CallError';
    this.reason = reason;
    this.code = options.code ?? ERRORS[reason].code;
  }

  /** Anything thrown, as a CallError: the same object when it is one, else `internal` with its cause. */
  static from(thrown: unknown): CallError {
    if (thrown instanceof CallError) return thrown;
    return new CallError('internal', { detail: thrown instanceof Error ? thrown.message : String(thrown), cause: thrown });
  }
}

/** What every command resolves with: code 0 is success. */
export interface ActionCallback {
  readonly code: number;
  readonly desc: string;
}
