import { SUCCESS } from '../errors.js';
import type { Effect } from '../state/effect.js';
import { LOCAL_USER, type MediaTrack } from '../tracks.js';
import type { VideoProcessor } from '../video-processor.js';
import { DeviceEffects } from './device-effects.js';
import type { EffectPorts } from './effect-ports.js';
import { EffectTimers } from './effect-timers.js';
import { Pending } from './pending.js';
import { RoomEffects } from './room-effects.js';
import { SessionEffects } from './session-effects.js';

/** Does what the reducer wants done, and tells it how that came out. The only place that awaits an engine. */
export class EffectRunner {
  readonly #ports: EffectPorts;
  readonly #releasing = new Pending();
  readonly #timers: EffectTimers;
  readonly #session: SessionEffects;
  readonly #devices: DeviceEffects;
  readonly room: RoomEffects;

  constructor(ports: EffectPorts) {
    this.#ports = ports;
    this.#timers = new EffectTimers(ports.clock, (timer) => ports.dispatch({ type: 'timer', timer }));
    this.#session = new SessionEffects(ports, this.#releasing);
    this.#devices = new DeviceEffects(ports);
    this.room = new RoomEffects(ports, this.#releasing, () => this.#session.mayCall);
  }

  run(effect: Effect): void {
    const { engine } = this.#ports;
    switch (effect.type) {
      case 'emit': return this.#ports.emit(effect.call);
      case 'settle': return this.#ports.settle(effect.command, effect.failure ? { code: effect.failure.code, desc: effect.failure.desc } : { code: SUCCESS, desc: '' });
      case 'login': return this.#session.login(effect.tag, effect.credentials);
      case 'renew': return engine.signaling.renew?.(effect.credentials);
      case 'logout': return this.#session.logout(effect.tag);
      case 'set-profile': return this.#session.setProfile(effect);
      case 'fetch-profiles': return this.#session.fetchProfiles(effect.userIds);
      case 'invite': return this.#session.invite(effect);
      case 'answer': return this.#session.answer(effect);
      case 'in-call': return this.#session.setInCall(effect.callId, effect.inCall);
      case 'recall-call': return this.#session.recallCall(effect.sdkAppId, effect.userId);
      case 'room-join': return this.room.join(effect.callId, effect.roomId);
      case 'room-prepare': return this.room.prepare(effect.roomId);
      case 'room-leave': return this.room.leave();
      case 'publish': return this.#publish(effect);
      case 'unpublish': return this.room.within(this.room.callId, () => engine.room.unpublish(effect.kind));
      case 'mute': return this.room.within(this.room.callId, async () => engine.room.setMuted(effect.kind, effect.muted));
      case 'quality': return engine.room.setQuality(effect.quality);
      case 'capture-open': return this.#devices.open(effect);
      case 'capture-close': return this.#devices.close(effect.kind);
      case 'capture-adjust': return this.#devices.adjust(effect);
      case 'measure': return engine.devices.measure(effect.on);
      case 'use-output': return this.#devices.useOutput(effect);
      case 'hands-free': return this.#devices.handsFree(effect.on);
      case 'remember': return this.#ports.preferences?.save(effect.wishes);
      case 'start-timer': return this.#timers.start(effect.timer, effect.ms);
      case 'stop-timer': return this.#timers.stop(effect.timer);
      case 'stop-timers': return this.#timers.stopAll();
      case 'dispose': return this.#dispose();
      default: effect satisfies never;
    }
  }

  /** Resolves when everything that an ended call took has been given back. */
  async released(): Promise<void> {
    while (this.#releasing.size > 0) await this.#releasing.settled();
  }

  /** Puts every picture of the camera through `processor` from now on; null through none. */
  useVideoProcessor(processor: VideoProcessor<MediaTrack> | null): Promise<void> {
    return this.#devices.useVideoProcessor(processor);
  }

  #publish({ callId, kind }: Extract<Effect, { type: 'publish' }>): void {
    const { engine, tracks, dispatch } = this.#ports;
    const track = tracks.get(LOCAL_USER, kind);
    this.room.within(callId, async () => {
      if (track) await engine.room.publish(kind, track);
    }, (failure) => dispatch({ type: 'publish-failed', callId, kind, failure }));
  }

  #dispose(): void {
    const { engine, playback } = this.#ports;
    this.#devices.end();
    this.#timers.stopAll();
    void this.#releasing.add(Promise.allSettled([this.#session.end(), this.room.left]).then(async () => {
      playback.dispose();
      await engine.dispose();
    }));
  }
}
