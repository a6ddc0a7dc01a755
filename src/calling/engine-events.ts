import type { DeviceEvent, RoomEvent, SignalingEvent } from '../engines/engine.js';
import { decodeAnswer, decodeInvitation, isForeignId } from './signal-codec.js';
import type { CallEventBody } from './state/call-events.js';
import { toFailure } from './effects/effect-ports.js';

/**
 * The words of an engine as events of the call: a table, and the place where another client's payload is decoded. null is
 * not a call's business.
 */
export function fromSignaling(event: SignalingEvent, newId: () => string): CallEventBody | null {
  switch (event.type) {
    case 'invitation': {
      const signal = decodeInvitation(event.data);
      if (!signal || !isForeignId(event.inviter) || event.inviteId === '') return null;
      const { inviteId, inviter, groupId } = event;
      return { type: 'invitation', callId: newId(), inviteId, inviter, groupId, invitees: event.invitees.filter(isForeignId).slice(0, 100), signal, ringMs: event.ringMs ?? 0 };
    }
    case 'accepted': return { type: 'accepted', inviteId: event.inviteId, userId: event.userId, ...nearby(event) };
    case 'rejected': {
      const { busy, text } = decodeAnswer(event.data);
      return { type: 'rejected', inviteId: event.inviteId, userId: event.userId, ...nearby(event), busy, message: text };
    }
    case 'cancelled': return { type: 'cancelled', inviteId: event.inviteId, userId: event.userId };
    case 'profile': return { type: 'profiles', profiles: [event.profile] };
    case 'delivered':
    case 'pages':
    case 'timed-out':
    case 'vanished':
    case 'kicked':
    case 'signature-expiring':
    case 'connection': return event;
    default: return event satisfies never;
  }
}

const nearby = (event: { readonly nearby?: boolean }): { readonly nearby?: boolean } => (event.nearby ? { nearby: true } : {});

/** Tracks and levels go past the reducer: they are not events of the call. */
export type CallRoomEvent = Exclude<RoomEvent, { readonly type: 'track' | 'volume' }>;

export function fromRoom(event: CallRoomEvent, callId: string): CallEventBody {
  switch (event.type) {
    case 'connection': return { type: 'room-connection', callId, state: event.state };
    case 'error': return { type: 'room-error', callId, failure: toFailure(event.error) };
    case 'entered':
    case 'left':
    case 'available':
    case 'quality':
    case 'link': return { ...event, callId };
    default: return event satisfies never;
  }
}

/** Levels go past the reducer too. */
export function fromDevices(event: Exclude<DeviceEvent, { readonly type: 'level' }>): CallEventBody {
  switch (event.type) {
    case 'changed': return { type: 'devices-changed', kind: event.kind, deviceIds: event.deviceIds };
    case 'ended': return { type: 'capture-ended', kind: event.kind };
    case 'silenced': return { type: 'capture-silenced', kind: event.kind, silenced: event.silenced };
    case 'permission': return event;
    default: return event satisfies never;
  }
}
