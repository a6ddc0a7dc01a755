import type { KickReason } from '../../calling/state/call-state.js';
import { isForeignId } from '../../calling/signal-codec.js';
import { isRecord } from './im-types.js';

/** The events of tsignaling that are listened to. */
export const SIGNALING_EVENTS = {
  invitation: 'ts_new_invitation_received',
  accepted: 'ts_invitee_accepted',
  rejected: 'ts_invitee_rejected',
  cancelled: 'ts_invitation_cancelled',
  timedOut: 'ts_invitation_timeout',
  ready: 'ts_im_ready',
  notReady: 'ts_im_not_ready',
  kickedOut: 'ts_kicked_out',
  netStateChange: 'ts_net_state_change',
} as const;

/** The events of tim-js-sdk that are listened to directly. */
export const TIM_EVENTS = { messageReceived: 'onMessageReceived', profileUpdated: 'onProfileUpdated' } as const;

/** `TIM.setLogLevel`: nothing at all. */
export const NO_LOG = 4;

const KICKS: Readonly<Record<string, KickReason>> = {
  multipleAccount: 'other-login',
  multipleDevice: 'other-login',
  userSigExpired: 'signature-expired',
  REST_API_Kick: 'by-service',
};

export const toKickReason = (data: unknown): KickReason => {
  const type = isRecord(data) ? data['type'] : undefined;
  return (typeof type === 'string' && Object.hasOwn(KICKS, type) ? KICKS[type] : undefined) ?? 'by-service';
};

/** 'connected' says that a socket is open, not that the session goes on. */
export const toNetState = (data: unknown): 'connected' | 'connecting' | 'disconnected' => {
  const state = isRecord(data) ? data['state'] : undefined;
  return state === 'connected' || state === 'connecting' ? state : 'disconnected';
};

/** What tsignaling tells of an invitation, each field checked; null for anything else. */
export interface SdkInvitation {
  readonly inviteId: string;
  readonly inviter: string;
  readonly invitees: readonly string[];
  readonly groupId: string;
  readonly data: string;
}

export function toInvitation(data: unknown): SdkInvitation | null {
  const about = toAbout(data);
  if (!about || !isRecord(data)) return null;
  const { groupID, inviteeList } = data;
  return { ...about, groupId: isForeignId(groupID) ? groupID : '', invitees: toIds(inviteeList) };
}

/** An accept, a reject or a cancel: `userId` is who says it. */
export interface SdkAnswer {
  readonly inviteId: string;
  readonly userId: string;
  readonly data: string;
}

export function toAnswer(data: unknown): SdkAnswer | null {
  const about = toAbout(data);
  const invitee = isRecord(data) ? data['invitee'] : undefined;
  return about && isForeignId(invitee) ? { inviteId: about.inviteId, userId: invitee, data: about.data } : null;
}

export function toCancel(data: unknown): SdkAnswer | null {
  const about = toAbout(data);
  return about && { inviteId: about.inviteId, userId: about.inviter, data: about.data };
}

export function toTimeout(data: unknown): { readonly inviteId: string; readonly userIds: readonly string[] } | null {
  const about = toAbout(data);
  return about && isRecord(data) ? { inviteId: about.inviteId, userIds: toIds(data['inviteeList']) } : null;
}

function toAbout(data: unknown): { readonly inviteId: string; readonly inviter: string; readonly data: string } | null {
  if (!isRecord(data)) return null;
  const { inviteID, inviter, data: payload } = data;
  return isForeignId(inviteID) && isForeignId(inviter) ? { inviteId: inviteID, inviter, data: typeof payload === 'string' ? payload : '' } : null;
}

const toIds = (value: unknown): readonly string[] => (Array.isArray(value) ? [...new Set(value.filter(isForeignId))] : []);
