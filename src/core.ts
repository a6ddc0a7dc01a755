/** TRTCCalling without any element: the call itself, for pages that bring their own interface. No side effects. */
export { TRTCCalling, type CallingOptions } from './trtc-calling.js';
export type { EngineOptions } from './engines/load-engine.js';
export type { Calling, Levels, StreamType, SubscribeOptions, ViewElement, ViewId } from './calling/calling.js';
export type { CallLog, CallLogEntry } from './calling/call-log.js';
export type { ProfileResolver, ResolvedProfile } from './calling/profile-book.js';
export { systemClock, type Clock } from './calling/clock.js';
export { DOM_EVENT_NAMES, type DelegateCall, type DelegateEvent, type DelegateEventMap, type DelegateListener, type UserVolume } from './calling/delegate.js';
export { ERRORS, type ErrorEntry } from './calling/error-table.js';
export { CallError, SUCCESS, type ActionCallback, type CallErrorName } from './calling/errors.js';
export { AUDIO_CALL, VIDEO_CALL, VIDEO_QUALITIES } from './calling/state/call-state.js';
export type {
  ActiveCall, CallPhase, CallRole, CallSnapshot, CallType, CaptureSettings, CaptureState, ConnectionState, DevicePermission, Devices, EndReason, EndedCall,
  InterruptedCall, KickReason, LinkState, MediaDeviceKindName, MediaKind, NetworkQuality, Participant, ParticipantState, Session, SessionPhase, SwitchWish,
  UserProfile, VideoQuality, VoiceProcessing,
} from './calling/state/call-state.js';
export { isExpected, isPresent, selectDisplayName, selectJoined, selectMainStage, selectParticipant, selectPhase, selectProfile } from './calling/state/selectors.js';
export { MICROPHONE } from './calling/levels.js';
export type { CameraTrack, ProcessedPicture, VideoProcessor } from './calling/video-processor.js';
export { LOCAL_USER, type MediaTrack, type Tracks } from './calling/tracks.js';
export type { Engine, DeviceInfo } from './engines/engine.js';
