/** 1 = audio call, 2 = video call, as the TRTCCalling document numbers them. */
export type CallType = 1 | 2;
export const AUDIO_CALL = 1;
export const VIDEO_CALL = 2;

/** What a participant can publish: the voice, the camera's picture, the screen. */
export type MediaKind = 'audio' | 'video' | 'screen';

/** Where the login stands. */
export type SessionPhase = 'logged-out' | 'logging-in' | 'logged-in' | 'logging-out';

/** The signalling connection, as the session sees it. */
export type ConnectionState = 'disconnected' | 'connecting' | 'connected' | 'reconnecting';

/** Why the service ended a session. */
export type KickReason = 'other-login' | 'signature-expired' | 'by-service';

/** Who is logged in, and how the signalling service is reached. */
export interface Session {
  readonly phase: SessionPhase;
  readonly sdkAppId: number;
  /** The user who is logged in or logging in; '' when nobody is. */
  readonly userId: string;
  readonly connection: ConnectionState;
  /** Since when the service is out of reach, milliseconds since the epoch; null while it is not. */
  readonly reconnectingSince: number | null;
  /** Why the last session was ended from outside; null while nothing of the kind happened. */
  readonly kicked: KickReason | null;
  /** Other pages of this browser in which the same user is logged in. */
  readonly otherPages: number;
  /** One of them is in a call: nothing rings here and nobody can be called from here until it is over. */
  readonly busyElsewhere: boolean;
}

/**
 * idle: no call. dialling: invitations are out, nobody has answered. ringing: an invitation waits for an answer here.
 * connecting: answered, media not there yet. in-call: at least one other person is or was in the room.
 */
export type CallPhase = 'idle' | 'dialling' | 'ringing' | 'connecting' | 'in-call';

/**
 * inviting: the invitation is on its way. ringing: it reached a device of theirs. connecting: answered, not yet in the
 * room. joined: in the room. The others are over: declined, busy, no-answer, failed (could not be invited), left.
 */
export type ParticipantState =
  | 'inviting' | 'ringing' | 'connecting' | 'joined'
  | 'declined' | 'busy' | 'no-answer' | 'failed' | 'left';

/** 0 unknown, 1 excellent … 5 very bad, 6 down. The scale of TRTC. */
export type NetworkQuality = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The media path to one person. */
export type LinkState = 'connecting' | 'connected' | 'reconnecting';

/** Somebody else in the call. Oneself is not a participant: see `session` and `devices`. */
export interface Participant {
  readonly userId: string;
  readonly state: ParticipantState;
  /** The invitation that is out to them from here; '' when there is none. */
  readonly inviteId: string;
  /** What they said when they declined; '' for nothing. */
  readonly message: string;
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen: boolean;
  readonly quality: NetworkQuality;
  readonly link: LinkState;
}

/** Who began the call, and who was called into it. */
export type CallRole = 'inviter' | 'invitee';

/**
 * A wish of one of two to change the call's type. asking: ours waits for their answer. asked: theirs waits for ours.
 * refused, unanswered: what became of ours, for a few seconds.
 */
export interface SwitchWish {
  readonly state: 'asking' | 'asked' | 'refused' | 'unanswered';
  /** The type wished for. */
  readonly type: CallType;
  /** The other one. */
  readonly userId: string;
}

/** The one call there is. */
export interface ActiveCall {
  /** Unique per call, made here; the room is what both sides share. */
  readonly callId: string;
  readonly phase: Exclude<CallPhase, 'idle'>;
  readonly role: CallRole;
  readonly type: CallType;
  /** 1 to 2147483647. */
  readonly roomId: number;
  /** Who called: oneself for the inviter. */
  readonly inviter: string;
  /** The IM group the call belongs to; '' for none. */
  readonly groupId: string;
  /** More than two people were named in it. */
  readonly isGroup: boolean;
  readonly participants: readonly Participant[];
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** When the first other person was in the room; null before. */
  readonly connectedAt: number | null;
  /** Oneself is in the media room. */
  readonly inRoom: boolean;
  /** The media room lost its way to everybody and tries again. */
  readonly reconnecting: boolean;
  /** Since when it does, milliseconds since the epoch; null while it does not. */
  readonly reconnectingSince: number | null;
  /** One's own network, on the way up: what the others get of oneself. Theirs are in `participants`. */
  readonly quality: NetworkQuality;
  /** The open wish to change the type, or how the last one came out; null for none. */
  readonly switching: SwitchWish | null;
}

/** Why a call is over. `local-…` was done here, `remote-…` by the other side. */
export type EndReason = (typeof END_REASONS)[number];
export const END_REASONS = [
  'local-hangup', 'remote-hangup', 'local-cancel', 'remote-cancel', 'local-reject', 'remote-reject', 'busy', 'no-answer', 'missed',
  'answered-elsewhere', 'rejected-elsewhere', 'connection-lost', 'failed', 'kicked', 'logged-out',
] as const;

/** The call that ended last, for the words on the screen. */
export interface EndedCall {
  readonly callId: string;
  readonly reason: EndReason;
  readonly role: CallRole;
  readonly type: CallType;
  readonly inviter: string;
  /** Everybody else who was named or took part. */
  readonly userIds: readonly string[];
  /** The room it was in. */
  readonly roomId: number;
  readonly isGroup: boolean;
  /** Whole seconds of conversation; 0 if it never connected. */
  readonly duration: number;
  /** Milliseconds since the epoch, as `endedAt`. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** What the one who declined said; '' for nothing. */
  readonly message: string;
  /** The code behind `failed`; 0 otherwise. */
  readonly code: number;
  /** Where it was answered or declined instead: in another page of this browser, on another device; '' for any other end. */
  readonly elsewhere: '' | 'page' | 'device';
}

/** A call that this page was in when it was reloaded, and into which it may return. */
export interface InterruptedCall {
  readonly roomId: number;
  readonly type: CallType;
  readonly role: CallRole;
  readonly inviter: string;
  readonly groupId: string;
  /** Who was in the room. */
  readonly userIds: readonly string[];
  /** Milliseconds since the epoch: the conversation counts from there. */
  readonly connectedAt: number;
}

/** A kind of device to choose from. */
export type MediaDeviceKindName = 'microphone' | 'camera' | 'speaker';

/** A capture device: what is wanted, what is true, and whether a change is under way are three things. */
export interface CaptureState {
  readonly wanted: boolean;
  /** The device is open: its light is on. */
  readonly on: boolean;
  readonly pending: boolean;
  /** A code of ERRORS when the last try failed; 0 otherwise. */
  readonly error: number;
  /** The device that really runs, '' while none does. */
  readonly deviceId: string;
  readonly label: string;
  /** It is to be looked at or heard before it is used: open, and nothing of it goes out. */
  readonly previewed: boolean;
  /** It runs and gives nothing: the system, a switch on the device or a phone call holds it back. */
  readonly silenced: boolean;
  /** The label of the device that went away while it ran, until it is back or another one was chosen; '' for none. */
  readonly missing: string;
  readonly permission: DevicePermission;
  /** What the track really does. */
  readonly settings: CaptureSettings;
}

/** What a page may do with a device, as far as the browser tells (Permissions, section 3); '' where it does not. */
export type DevicePermission = '' | 'prompt' | 'granted' | 'denied';

/** What the browser does to the voice before it is sent (Media Capture and Streams, section 4.3.8). */
export interface VoiceProcessing {
  readonly noiseSuppression: boolean;
  readonly echoCancellation: boolean;
  readonly autoGainControl: boolean;
}

/** How good one's picture is to be: `auto` follows the number of people and the network. */
export type VideoQuality = 'auto' | 'low' | 'standard' | 'high' | 'hd';
export const VIDEO_QUALITIES = ['auto', 'low', 'standard', 'high', 'hd'] as const satisfies readonly VideoQuality[];

/** What a track really does; 0 and what is left out: the browser does not tell. */
export interface CaptureSettings {
  readonly processing: Partial<VoiceProcessing>;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pictures a second. */
  readonly frameRate: number;
  readonly facing: 'front' | 'back' | '';
}

/** The devices of this page. `speaker` is where the voices of the others are played. */
export interface Devices {
  /**
   * `muted`: the device may be open and sends silence. `speaking`: somebody speaks into it all the same. `processing` is
   * what is wanted, `settings.processing` what is true.
   */
  readonly microphone: CaptureState & { readonly muted: boolean; readonly speaking: boolean; readonly processing: VoiceProcessing };
  /** `front` and `quality` are what is wanted, `settings` what is true. */
  readonly camera: CaptureState & { readonly front: boolean; readonly quality: VideoQuality };
  readonly screen: CaptureState;
  readonly speaker: {
    readonly handsFree: boolean;
    /** The output the browser really uses; '' is its default. */
    readonly deviceId: string;
    /** Remote sound is switched off, because no second output can be chosen here. */
    readonly muted: boolean;
    /** The browser refuses to play sound before a gesture. */
    readonly blocked: boolean;
    /** The chosen output is not there; the browser's default stands in until it is back. */
    readonly missing: boolean;
  };
}

/** How a user wants to be shown. */
export interface UserProfile {
  readonly userId: string;
  readonly nickname: string;
  /** An http(s), blob or data:image URL; '' for none. */
  readonly avatarUrl: string;
}

/** All that is true now. Frozen to the ground; the same object as long as nothing changed. */
export interface CallSnapshot {
  readonly session: Session;
  /** null is the idle phase. */
  readonly call: ActiveCall | null;
  /** The call that ended last; null before the first, while a call is on, and after `dismissEnded()`. */
  readonly ended: EndedCall | null;
  /** The call that a reload of this page broke off; null when there is none, and after `returnToCall()` or `forgetCall()`. */
  readonly interrupted: InterruptedCall | null;
  readonly devices: Devices;
  /** Profiles known so far, oneself included. */
  readonly profiles: Readonly<Record<string, UserProfile>>;
}
