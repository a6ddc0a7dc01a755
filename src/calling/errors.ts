/** What `code` is when nothing went wrong. */
export const SUCCESS = 0;

/**
 * The number of every foreseeable failure. 60001 to 60006 are the codes that the older web TRTCCalling documents; 61xxx are
 * this package's own. A failure inside an SDK keeps the SDK's documented number (see {@link CallError.code}). What each
 * means and what to do about it is in error-table.ts.
 */
export const CODES = {
  'switch-to-audio-failed': 60001,
  'switch-to-video-failed': 60002,
  'no-microphone': 60003,
  'no-camera': 60004,
  'permission-denied': 60005,
  'webrtc-unsupported': 60006,
  'invalid-argument': 61001,
  'not-logged-in': 61002,
  'already-logged-in': 61003,
  'wrong-state': 61004,
  'busy': 61005,
  'own-user-id': 61006,
  'call-full': 61007,
  'timed-out': 61008,
  'network': 61009,
  'destroyed': 61010,
  'kicked-offline': 61011,
  'login-refused': 61012,
  'device-in-use': 61013,
  'insecure-context': 61014,
  'aborted': 61015,
  'room-join-failed': 61016,
  'peer-unreachable': 61017,
  'already-invited': 61018,
  'invitation-failed': 61019,
  'autoplay-blocked': 61020,
  'engine-unavailable': 61021,
  'not-supported': 61022,
  'no-such-view': 61023,
  'no-such-device': 61024,
  'removed-from-room': 61025,
  'signature-expiring': 61026,
  'in-another-page': 61027,
  'policy-denied': 61031,
  'system-denied': 61032,
  'no-h264': 61033,
  'internal': 61099,
} as const;

/** The name of one row of {@link CODES}. */
export type CallErrorName = keyof typeof CODES;

let table: Partial<Readonly<Record<CallErrorName, { readonly desc: string }>>> = {};

/**
 * Fetches the sentences. A page needs none before its first TRTCCalling, so they do not stand in the way of its first paint;
 * {@link describe} says the bare name until they are there. Rejects when their file cannot be had.
 */
export async function loadErrorTable(): Promise<void> {
  table = (await import('./error-table.js')).ERRORS;
}

/** One sentence for a developer's log. */
export const describe = (reason: CallErrorName): string => table[reason]?.desc ?? reason;

/** A failure with its row of {@link CODES}. `code` differs from the row's when an SDK gave its own number. */
export class CallError extends Error {
  readonly code: number;
  readonly reason: CallErrorName;

  constructor(reason: CallErrorName, options: { readonly detail?: string; readonly code?: number; readonly cause?: unknown } = {}) {
    const desc = describe(reason);
    super(options.detail ? `${desc} ${options.detail}` : desc, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CallError';
    this.reason = reason;
    this.code = options.code ?? CODES[reason];
  }

  /** Anything thrown, as a CallError: the same object when it is one, else `internal` with its cause. */
  static from(thrown: unknown): CallError {
    if (thrown instanceof CallError) return thrown;
    if (isAnotherCopys(thrown)) return new CallError(thrown.reason, { code: thrown.code, cause: thrown });
    return new CallError('internal', { detail: thrown instanceof Error ? thrown.message : String(thrown), cause: thrown });
  }
}

/** An engine in a file of its own has a class CallError of its own, without the sentences. */
const isAnotherCopys = (thrown: unknown): thrown is CallError =>
  thrown instanceof Error && thrown.name === 'CallError'
  && 'reason' in thrown && typeof thrown.reason === 'string' && Object.hasOwn(CODES, thrown.reason)
  && 'code' in thrown && Number.isInteger(thrown.code);

/** What every command resolves with: code 0 is success. */
export interface ActionCallback {
  readonly code: number;
  readonly desc: string;
}
