import { CallError } from '../../../src/calling/errors.js';
import type { Room, RoomEvent } from '../../../src/engines/engine.js';
import type { VirtualClock } from '../../../src/engines/memory/virtual-clock.js';
import { createTestPicture, createTestTone } from '../../../src/engines/media/test-picture.js';
import { createTrtcRoom, type TrtcRoomOptions } from '../../../src/engines/tencent/trtc-room.js';
import type { FakeTrtc } from './trtc-fake.js';

export const SIGNATURE = 'signature-that-nobody-may-see';

/** The tencent engine's room over the fake SDK and a clock that stands still. */
export class FakeRoom {
  readonly events: RoomEvent[] = [];
  readonly room: Room & { dispose(): Promise<void> };

  constructor(fake: FakeTrtc, clock: VirtualClock, userId: string, options: Partial<TrtcRoomOptions> = {}) {
    this.room = createTrtcRoom({ sdk: async () => fake, credentials: () => ({ sdkAppId: 1_400_000_001, userId, userSig: SIGNATURE }), clock, ...options });
    this.room.listen((event) => this.events.push(event));
  }

  join(roomId = 5, signal = new AbortController().signal): Promise<void> {
    return this.room.join(roomId, signal);
  }

  /** Events of these types as short lines; all but volumes without `types`. */
  lines(...types: RoomEvent['type'][]): string[] {
    return this.events.filter(({ type }) => (types.length > 0 ? types.includes(type) : type !== 'volume')).map(lineOf);
  }
}

function lineOf(event: RoomEvent): string {
  switch (event.type) {
    case 'entered': return `${event.userId} entered`;
    case 'left': return `${event.userId} left${event.gone ? ', gone' : ''}`;
    case 'available': return `${event.userId} ${event.kind} ${event.available ? 'on' : 'off'}`;
    case 'track': return `${event.userId} ${event.kind} ${event.track ? 'track' : 'no track'}`;
    case 'quality': return `${event.userId || 'own'} quality ${event.quality}`;
    case 'link': return `${event.userId} ${event.state}`;
    case 'connection': return `room ${event.state}`;
    case 'volume': return `volume ${event.levels.map(({ userId }) => userId || 'own').join(' ')}`;
    case 'error': return `error ${event.error.reason} ${event.error.code}`;
    default: return event satisfies never;
  }
}

export const reasonOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(() => 'resolved', (thrown: unknown) => (thrown instanceof CallError ? thrown.reason : `not a CallError: ${String(thrown)}`));

/** Tracks that need no device; stopped by `stop`. */
export class Tracks {
  readonly #all: MediaStreamTrack[] = [];

  audio = (): MediaStreamTrack => this.#keep(createTestTone());
  video = (): MediaStreamTrack => this.#keep(createTestPicture({ label: 'A test' }));

  get ended(): number {
    return this.#all.filter(({ readyState }) => readyState === 'ended').length;
  }

  stop(): void {
    for (const track of this.#all.splice(0)) track.stop();
  }

  #keep(track: MediaStreamTrack): MediaStreamTrack {
    this.#all.push(track);
    return track;
  }
}
