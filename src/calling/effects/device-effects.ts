import { CallError } from '../errors.js';
import type { Capture } from '../state/call-events.js';
import { KIND_OF } from '../state/captures.js';
import type { Effect } from '../state/effect.js';
import { LOCAL_USER, type MediaTrack } from '../tracks.js';
import { PictureProcessing, type VideoProcessor } from '../video-processor.js';
import { toFailure, warn, type EffectPorts } from './effect-ports.js';

/** Microphone, camera and screen of this person, and where the others are heard. */
export class DeviceEffects {
  readonly #ports: EffectPorts;
  readonly #captures = new Map<Capture, AbortController>();
  readonly #picture = new PictureProcessing();

  constructor(ports: EffectPorts) {
    this.#ports = ports;
  }

  open({ kind, deviceId, front, processing, quality }: Extract<Effect, { type: 'capture-open' }>): void {
    const { engine, tracks, dispatch } = this.#ports;
    const abort = new AbortController();
    this.#captures.set(kind, abort);
    const options = {
      ...(deviceId === '' ? {} : { deviceId }), ...(kind === 'camera' && { front, quality }), ...(kind === 'microphone' && { processing }),
    };
    void (async () => {
      try {
        const opened = await engine.devices.open(kind, options, abort.signal);
        if (abort.signal.aborted) engine.devices.close(kind);
        abort.signal.throwIfAborted();
        const { deviceId: id, label, settings, silenced } = opened;
        const track = kind === 'camera' ? await this.#process(opened.track) : opened.track;
        abort.signal.throwIfAborted();
        tracks.set(LOCAL_USER, KIND_OF[kind], track);
        dispatch({ type: 'capture-opened', kind, deviceId: id, label, settings, silenced });
      } catch (thrown) {
        dispatch({ type: 'capture-failed', kind, failure: toFailure(thrown) });
      }
    })();
  }

  close(kind: Capture): void {
    const { engine, tracks } = this.#ports;
    this.#captures.get(kind)?.abort(new CallError('aborted'));
    this.#captures.delete(kind);
    engine.devices.close(kind);
    tracks.set(LOCAL_USER, KIND_OF[kind], null);
    if (kind === 'camera') this.#picture.end();
  }

  adjust({ kind, processing, quality }: Extract<Effect, { type: 'capture-adjust' }>): void {
    const { engine, dispatch } = this.#ports;
    engine.devices.adjust(kind, { processing, quality }).then(
      (settings) => dispatch({ type: 'capture-adjusted', kind, settings }),
      // It was closed meanwhile: the next opening does as is wished.
      (thrown: unknown) => { if (toFailure(thrown).reason !== 'aborted') warn(this.#ports, thrown); },
    );
  }

  /** Puts every picture of the camera through `processor` from now on; null through none. */
  async useVideoProcessor(processor: VideoProcessor<MediaTrack> | null): Promise<void> {
    const { tracks, dispatch } = this.#ports;
    await this.#picture.use(processor, (track) => {
      tracks.set(LOCAL_USER, 'video', track);
      dispatch({ type: 'capture-replaced', kind: 'camera' });
    });
  }

  /** A processor that fails is told of, and the picture goes out as it is. */
  async #process(track: MediaTrack): Promise<MediaTrack> {
    try {
      return await this.#picture.start(track);
    } catch (thrown) {
      warn(this.#ports, thrown);
      return track;
    }
  }

  useOutput({ deviceId, command }: Extract<Effect, { type: 'use-output' }>): void {
    const { playback, dispatch } = this.#ports;
    playback.setOutput(deviceId).then(
      () => dispatch({ type: 'output-used', command, deviceId }),
      (thrown: unknown) => dispatch({ type: 'output-failed', command, failure: toFailure(thrown) }),
    );
  }

  handsFree(on: boolean): void {
    const { playback, dispatch } = this.#ports;
    void playback.setHandsFree(on).then(
      (speaker) => dispatch({ type: 'speaker', ...speaker }),
      (thrown: unknown) => warn(this.#ports, thrown),
    );
  }

  end(): void {
    this.#picture.end();
  }
}
