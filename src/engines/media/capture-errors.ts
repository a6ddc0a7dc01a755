import { CallError, type CallErrorName } from '../../calling/errors.js';
import type { CaptureKind } from '../engine.js';

const MISSING = { microphone: 'no-microphone', camera: 'no-camera', screen: 'not-supported' } as const satisfies Record<CaptureKind, CallErrorName>;

/**
 * What getUserMedia and getDisplayMedia reject with (Media Capture and Streams section 10.2.1 step 6; Screen Capture
 * section 5.1), and the older names that some browsers still use, as one of ours.
 * @param asked a certain device was asked for: then its absence is another failure than the absence of any
 */
export function captureError(kind: CaptureKind, thrown: unknown, asked = false): CallError {
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return thrown instanceof CallError ? thrown : new CallError(reasonOf(kind, thrown, asked), { detail, cause: thrown });
}

function reasonOf(kind: CaptureKind, thrown: unknown, asked: boolean): CallErrorName {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  switch (name) {
    case 'NotFoundError': case 'DevicesNotFoundError': return asked ? 'no-such-device' : MISSING[kind];
    case 'OverconstrainedError': case 'ConstraintNotSatisfiedError': return asked ? 'no-such-device' : MISSING[kind];
    // SecurityError: user media is switched off for this document.
    case 'SecurityError': return 'policy-denied';
    case 'NotAllowedError': case 'PermissionDeniedError': case 'PermissionDismissedError': return whoDenied(kind, thrown);
    case 'NotReadableError': case 'TrackStartError': case 'SourceUnavailableError': return 'device-in-use';
    // A hardware or system failure besides the above.
    case 'AbortError': return 'device-in-use';
    case 'NotSupportedError': return 'not-supported';
    // The document is not active, or the call did not come from a gesture where one is needed.
    case 'InvalidStateError': return 'permission-denied';
    case 'TypeError': return isSecureContext ? 'webrtc-unsupported' : 'insecure-context';
    default: return 'internal';
  }
}

const FEATURES = { microphone: 'microphone', camera: 'camera', screen: 'display-capture' } as const satisfies Record<CaptureKind, string>;

/** One name for three refusals: the person's, the page's own (Permissions Policy, section 9), and the system's. */
function whoDenied(kind: CaptureKind, thrown: unknown): CallErrorName {
  if (!isAllowedByPolicy(FEATURES[kind])) return 'policy-denied';
  return thrown instanceof Error && /\bsystem\b/i.test(thrown.message) ? 'system-denied' : 'permission-denied';
}

/** Only Chromium tells a page what its policy is. */
function isAllowedByPolicy(feature: string): boolean {
  const policy: unknown = globalThis.document && 'featurePolicy' in document ? document.featurePolicy : undefined;
  if (typeof policy !== 'object' || policy === null || !('allowsFeature' in policy) || typeof policy.allowsFeature !== 'function') return true;
  return policy.allowsFeature(feature) !== false;
}
