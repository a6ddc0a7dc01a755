import type { ActiveCall, CallSnapshot, CallType, CaptureSettings, CaptureState, SwitchWish, VideoQuality, VoiceProcessing } from './call-state.js';
import { deepFreeze } from './frozen.js';

/** What never changes while a TRTCCalling lives. */
export interface CallConfig {
  /** Seconds that an invitation rings. */
  readonly ringTimeout: number;
  /** People in one call besides oneself. */
  readonly maxOthers: number;
  /** The way into the room of a call is made ready while it rings here. */
  readonly connectWhileRinging: boolean;
}

/** An invitation that went out from here and that somebody may still answer. */
export interface OutgoingInvite {
  readonly inviteId: string;
  readonly userIds: readonly string[];
  /** The command that waits for it to be sent; 0 when it was told already. */
  readonly command: number;
}

/** An invitation that came in. */
export interface IncomingInvite {
  readonly inviteId: string;
  readonly inviter: string;
  readonly roomId: number;
  readonly type: CallType;
}

/** A wish to drop or add video with the invitation that carries it and the command that waits for it, 0 for none. */
export interface SwitchRequest extends SwitchWish {
  readonly inviteId: string;
  readonly command: number;
}

/** The call with the signalling that hangs on it. Snapshots show the {@link ActiveCall} in it. */
export interface CoreCall extends ActiveCall {
  readonly outgoing: readonly OutgoingInvite[];
  /** What rings, or what was answered: more than one when several people of the same room invite. */
  readonly incoming: readonly IncomingInvite[];
  /** The invitation of somebody whom we dial at the same time, held back: see glare.ts. */
  readonly glare: IncomingInvite | null;
  readonly acceptCommands: readonly number[];
  readonly switching: SwitchRequest | null;
  /** A video call that was answered as an audio call: that is asked for when both are in. */
  readonly asAudio: boolean;
  /** When the conversation began before a reload broke it off; null for any other call. */
  readonly talkingSince: number | null;
}

/** A device that went away while it ran. */
export interface LostDevice {
  readonly deviceId: string;
  /** It was in use, not only looked at. */
  readonly wanted: boolean;
  readonly isBack: boolean;
}

export interface CaptureBook {
  /** Commands that wait for the device. */
  readonly commands: readonly number[];
  /** The device that was chosen last; '' lets the browser choose. */
  readonly preferred: string;
  /** Its light is on, for a call or only for a preview. */
  readonly open: boolean;
  /** Something else was wished for while it opened: it is to be opened once more. */
  readonly stale: boolean;
  readonly lost: LostDevice | null;
}

/** What this person likes, from call to call and from visit to visit. */
export interface MediaWishes {
  readonly processing: VoiceProcessing;
  readonly quality: VideoQuality;
  /** The output; '' is the browser's default. */
  readonly output: string;
}

/** The whole truth: the snapshot and the bookkeeping that only the reducer reads. */
export interface CoreState extends CallSnapshot {
  readonly call: CoreCall | null;
  readonly config: CallConfig;
  /** Marks results of a login that was given up as stale. */
  readonly sessionTag: number;
  readonly loginCommands: readonly number[];
  readonly logoutCommands: readonly number[];
  readonly captures: Readonly<Record<'microphone' | 'camera' | 'screen', CaptureBook>>;
  /** The output that was chosen last; '' is the browser's default. */
  readonly output: string;
  /** Oneself as told by setSelfProfile; sent after each login. */
  readonly self: { readonly nickname: string; readonly avatarUrl: string } | null;
}

export const NO_SETTINGS: CaptureSettings = deepFreeze({ processing: {}, width: 0, height: 0, frameRate: 0, facing: '' });

/** A capture device that nobody has asked for. */
export const CLOSED: CaptureState = Object.freeze({
  wanted: false, on: false, pending: false, error: 0, deviceId: '', label: '', previewed: false, silenced: false, missing: '', permission: '', settings: NO_SETTINGS,
});
const book: CaptureBook = { commands: [], preferred: '', open: false, stale: false, lost: null };

export const DEFAULT_CONFIG: CallConfig = { ringTimeout: 30, maxOthers: 8, connectWhileRinging: false };
export const DEFAULT_WISHES: MediaWishes = {
  processing: { noiseSuppression: true, echoCancellation: true, autoGainControl: true }, quality: 'auto', output: '',
};

/** Nobody logged in, no call, every device off. */
export const initialState = (config: Partial<CallConfig> = {}, wishes: MediaWishes = DEFAULT_WISHES): CoreState => deepFreeze<CoreState>({
  session: { phase: 'logged-out', sdkAppId: 0, userId: '', connection: 'disconnected', reconnectingSince: null, kicked: null, otherPages: 0, busyElsewhere: false },
  call: null,
  ended: null,
  interrupted: null,
  devices: {
    microphone: { ...CLOSED, muted: false, speaking: false, processing: { ...wishes.processing } },
    camera: { ...CLOSED, front: true, quality: wishes.quality },
    screen: CLOSED,
    speaker: { handsFree: true, deviceId: '', muted: false, blocked: false, missing: false },
  },
  profiles: {},
  config: { ...DEFAULT_CONFIG, ...config },
  sessionTag: 0,
  loginCommands: [],
  logoutCommands: [],
  captures: { microphone: { ...book }, camera: { ...book }, screen: { ...book } },
  output: wishes.output,
  self: null,
});
