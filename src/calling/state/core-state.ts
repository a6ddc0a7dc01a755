import type { ActiveCall, CallSnapshot, CallType, SwitchWish } from './call-state.js';
import { deepFreeze } from './frozen.js';

/** What never changes while a TRTCCalling lives. */
export interface CallConfig {
  /** Seconds that an invitation rings. */
  readonly ringTimeout: number;
  /** People in one call besides oneself. */
  readonly maxOthers: number;
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
  /** When the conversation began before a reload broke it off; null for any other call. */
  readonly talkingSince: number | null;
}

/** Commands that wait for a device, and the device that was chosen last; '' lets the browser choose. */
export interface CaptureBook {
  readonly commands: readonly number[];
  readonly preferred: string;
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
  /** Oneself as told by setSelfProfile; sent after each login. */
  readonly self: { readonly nickname: string; readonly avatarUrl: string } | null;
}

const capture = { wanted: false, on: false, pending: false, error: 0, deviceId: '', label: '' } as const;
const book: CaptureBook = { commands: [], preferred: '' };

export const DEFAULT_CONFIG: CallConfig = { ringTimeout: 30, maxOthers: 8 };

/** Nobody logged in, no call, every device off. */
export const initialState = (config: Partial<CallConfig> = {}): CoreState => deepFreeze<CoreState>({
  session: { phase: 'logged-out', sdkAppId: 0, userId: '', connection: 'disconnected', kicked: null },
  call: null,
  ended: null,
  interrupted: null,
  devices: {
    microphone: { ...capture, muted: false },
    camera: { ...capture, front: true },
    screen: { ...capture },
    speaker: { handsFree: true, deviceId: '', muted: false, blocked: false },
  },
  profiles: {},
  config: { ...DEFAULT_CONFIG, ...config },
  sessionTag: 0,
  loginCommands: [],
  logoutCommands: [],
  captures: { microphone: { ...book }, camera: { ...book }, screen: { ...book } },
  self: null,
});
