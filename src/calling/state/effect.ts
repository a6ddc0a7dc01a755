import type { Credentials } from '../../engines/engine.js';
import type { DelegateCall } from '../delegate.js';
import type { MediaWishes } from './core-state.js';
import type { Capture, Failure, Timer } from './call-events.js';
import type { CallType, MediaKind, VideoQuality, VoiceProcessing } from './call-state.js';

/** What an answer says; signal-codec.ts writes it. */
export type Answer =
  | { readonly kind: 'accept'; readonly type: CallType; readonly switching: boolean }
  | { readonly kind: 'reject'; readonly type: CallType; readonly busy: boolean; readonly switching: boolean; readonly message?: string }
  | { readonly kind: 'cancel'; readonly type: CallType };

/** What an invitation asks or tells. */
export type Invitation =
  | { readonly kind: 'call'; readonly type: CallType; readonly roomId: number; readonly userIds: readonly string[] }
  | { readonly kind: 'hangup'; readonly type: CallType; readonly roomId: number; readonly duration: number }
  | { readonly kind: 'switch'; readonly type: CallType; readonly roomId: number };

/** What the reducer wants done. effects.ts does it, in this order, and reports back with events. */
export type Effect =
  | { readonly type: 'emit'; readonly call: DelegateCall }
  | { readonly type: 'settle'; readonly command: number; readonly failure: Failure | null }
  | { readonly type: 'login'; readonly tag: number; readonly credentials: Credentials }
  | { readonly type: 'renew'; readonly credentials: Credentials }
  | { readonly type: 'logout'; readonly tag: number }
  | { readonly type: 'set-profile'; readonly nickname: string; readonly avatarUrl: string }
  | { readonly type: 'fetch-profiles'; readonly userIds: readonly string[] }
  | { readonly type: 'invite'; readonly callId: string; readonly inviteId: string; readonly userIds: readonly string[]; readonly groupId: string; readonly timeout: number; readonly invitation: Invitation }
  | { readonly type: 'answer'; readonly inviteId: string; readonly answer: Answer }
  /** Tells the other pages of this user whether there is a call here. Of two at once one is refused: then it says nothing to anybody. */
  | { readonly type: 'in-call'; readonly callId: string; readonly inCall: boolean }
  | { readonly type: 'room-join'; readonly callId: string; readonly roomId: number }
  | { readonly type: 'room-prepare'; readonly roomId: number }
  | { readonly type: 'room-leave' }
  | { readonly type: 'publish'; readonly callId: string; readonly kind: MediaKind; readonly capture: Capture }
  | { readonly type: 'unpublish'; readonly kind: MediaKind }
  | { readonly type: 'mute'; readonly kind: MediaKind; readonly muted: boolean }
  | { readonly type: 'capture-open'; readonly kind: Capture; readonly deviceId: string; readonly front: boolean; readonly processing: VoiceProcessing; readonly quality: VideoQuality }
  | { readonly type: 'capture-adjust'; readonly kind: 'microphone' | 'camera'; readonly processing: VoiceProcessing; readonly quality: VideoQuality }
  /** Measure the microphone itself, whatever the room mutes. */
  | { readonly type: 'measure'; readonly on: boolean }
  /** What the room may spend on one's picture. */
  | { readonly type: 'quality'; readonly quality: VideoQuality }
  | { readonly type: 'use-output'; readonly deviceId: string; readonly command: number }
  | { readonly type: 'remember'; readonly wishes: MediaWishes }
  | { readonly type: 'capture-close'; readonly kind: Capture }
  | { readonly type: 'hands-free'; readonly on: boolean }
  | { readonly type: 'recall-call'; readonly sdkAppId: number; readonly userId: string }
  | { readonly type: 'start-timer'; readonly timer: Timer; readonly ms: number }
  | { readonly type: 'stop-timer'; readonly timer: Timer }
  | { readonly type: 'stop-timers' }
  | { readonly type: 'dispose' };
