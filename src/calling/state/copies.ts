import type { Devices, Participant } from './call-state.js';
import type { CoreCall, CoreState } from './core-state.js';

/**
 * Copies of what changes with nearly every event, field by field. JavaScript engines copy a frozen object by its spread the
 * slow way, twenty times slower than this (measured in V8), and every snapshot is frozen.
 */
export type Copy<T> = (object: T) => { -readonly [K in keyof T]: T[K] };

export const copyState: Copy<CoreState> = (one) => ({
  session: one.session, call: one.call, ended: one.ended, interrupted: one.interrupted, devices: one.devices, profiles: one.profiles,
  config: one.config, sessionTag: one.sessionTag, loginCommands: one.loginCommands, logoutCommands: one.logoutCommands,
  captures: one.captures, output: one.output, self: one.self,
});

export const copyCall: Copy<CoreCall> = (one) => ({
  callId: one.callId, phase: one.phase, role: one.role, type: one.type, roomId: one.roomId, inviter: one.inviter, groupId: one.groupId,
  isGroup: one.isGroup, participants: one.participants, startedAt: one.startedAt, connectedAt: one.connectedAt, inRoom: one.inRoom,
  reconnecting: one.reconnecting, reconnectingSince: one.reconnectingSince, quality: one.quality, outgoing: one.outgoing, incoming: one.incoming, glare: one.glare, acceptCommands: one.acceptCommands,
  switching: one.switching, asAudio: one.asAudio, talkingSince: one.talkingSince,
});

export const copyParticipant: Copy<Participant> = (one) => ({
  userId: one.userId, state: one.state, inviteId: one.inviteId, message: one.message, audio: one.audio, video: one.video, screen: one.screen,
  quality: one.quality, link: one.link,
});

const copyMicrophone: Copy<Devices['microphone']> = (one) => ({
  wanted: one.wanted, on: one.on, pending: one.pending, error: one.error, deviceId: one.deviceId, label: one.label, previewed: one.previewed,
  silenced: one.silenced, missing: one.missing, permission: one.permission, settings: one.settings, muted: one.muted, speaking: one.speaking,
  processing: one.processing,
});

/** By kind; the others change seldom. */
export const DEVICE_COPIES: { readonly [K in keyof Devices]?: (one: Devices[K]) => Devices[K] } = { microphone: copyMicrophone };

export const copyDevices: Copy<Devices> = (one) => ({ microphone: one.microphone, camera: one.camera, screen: one.screen, speaker: one.speaker });
