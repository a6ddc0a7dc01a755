import type { CallError } from '../../calling/errors.js';
import type { NetworkQuality } from '../../calling/state/call-state.js';
import type { RoomEvent } from '../engine.js';
import { toBan, toConnection, toQuality, toStream, toTrtcError, toUserId, TRTC_EVENTS, type TrtcConnection } from './trtc-events.js';
import type { TrtcSubscriber } from './trtc-subscriber.js';
import type { TrtcClient } from './trtc-types.js';

export interface ClientListener {
  readonly subscriber: TrtcSubscriber;
  readonly gone: AbortSignal;
  readonly emit: (event: RoomEvent) => void;
  readonly isSending: () => boolean;
  readonly connection: (state: TrtcConnection) => void;
  readonly lost: (error: CallError) => void;
}

/** Errors that the SDK does not recover from. */
const FATAL: ReadonlySet<number> = new Set([0x4001, 0x4002, 0x4006, 0x4040]);

/** Leads a client's events to where they belong. */
export function listenToClient(client: TrtcClient, { subscriber, gone, emit, isSending, connection, lost }: ClientListener): void {
  let state: TrtcConnection = 'connected';
  const told = new Map<string, NetworkQuality>();
  const tellQuality = (userId: string, quality: NetworkQuality): void => {
    if ((told.get(userId) ?? 0) === quality) return;
    told.set(userId, quality);
    emit({ type: 'quality', userId, quality });
  };
  const on = (name: string, handler: (payload: unknown) => void): void => {
    client.on(name, (payload) => {
      if (!gone.aborted) handler(payload);
    });
  };
  const onUser = (names: readonly string[], handler: (userId: string) => void): void => {
    for (const name of names) {
      on(name, (payload) => {
        const userId = toUserId(payload);
        if (userId !== null) handler(userId);
      });
    }
  };
  const onStream = (names: readonly string[], handler: (stream: NonNullable<ReturnType<typeof toStream>>) => void): void => {
    for (const name of names) {
      on(name, (payload) => {
        const stream = toStream(payload);
        if (stream) handler(stream);
      });
    }
  };

  const { streamAdded, streamRemoved, streamUpdated, streamSubscribed, peerJoin, peerLeave } = TRTC_EVENTS;
  onUser([peerJoin], (userId) => void subscriber.enter(userId));
  onUser([peerLeave], (userId) => {
    subscriber.part(userId);
    told.delete(userId);
  });
  onStream([streamAdded], (stream) => subscriber.add(stream));
  onStream([streamRemoved], (stream) => subscriber.remove(stream));
  onStream([streamUpdated, streamSubscribed], (stream) => subscriber.look(stream.getUserId()));
  onUser([TRTC_EVENTS.muteAudio, TRTC_EVENTS.unmuteAudio, TRTC_EVENTS.muteVideo, TRTC_EVENTS.unmuteVideo], (userId) => subscriber.look(userId));
  on(TRTC_EVENTS.connection, (payload) => {
    const next = toConnection(payload);
    if (!next || next === state) return;
    state = next;
    connection(next);
  });
  on(TRTC_EVENTS.quality, (payload) => {
    // It comes every two seconds: a pulse for what no event tells.
    subscriber.lookAround();
    const { up, down } = toQuality(payload);
    // Upwards it invents a value where nothing is sent; downwards it is an average, which speaks of one person only if there is one.
    const own = isSending() ? up : 0;
    const [only, ...more] = subscriber.senders;
    tellQuality('', own > down ? own : down);
    if (only !== undefined && more.length === 0) tellQuality(only, down);
  });
  on(TRTC_EVENTS.banned, (payload) => lost(toBan(payload)));
  on(TRTC_EVENTS.error, (payload) => {
    const error = toTrtcError(payload, 'internal');
    if (FATAL.has(error.code)) lost(error);
    else emit({ type: 'error', error });
  });
}
