import { CallController } from './calling/call-controller.js';
import type { Clock } from './calling/clock.js';
import { CallError, loadErrorTable } from './calling/errors.js';
import type { ProfileResolver } from './calling/profile-book.js';
import type { Playback } from './engines/engine.js';
import { hasMethods, load, loadEngine, type EngineOptions } from './engines/load-engine.js';

/** How a TRTCCalling is made. */
export interface CallingOptions extends EngineOptions {
  /** Seconds that an invitation rings: 1 to 600, 30 unless said. */
  readonly ringTimeout?: number;
  /** Names and pictures of your own; see {@link Calling.profileResolver}. */
  readonly profileResolver?: ProfileResolver;
  /** Remembers calls for `callLog`, in the browser's storage; true unless said. */
  readonly callLog?: boolean;
  /**
   * Connects to whoever calls while it still rings, so that both see each other sooner after the answer; nothing is sent before
   * that, and no device is opened. The other side learns this device's network address without an answer: off unless said. Only
   * the local engine does it.
   */
  readonly connectWhileRinging?: boolean;
  /** Another clock, for tests. */
  readonly clock?: Clock;
  /** Another player of the remote voices, for pages without a DOM. */
  readonly playback?: Playback;
}

let shared: Promise<TRTCCalling> | undefined;
/** The instance that `shared` came to, once it has. */
let sharedCalling: TRTCCalling | undefined;

/**
 * The TRTCCalling component: audio and video calls of two or a few people. Methods and callbacks are those of the
 * TRTCCalling document; {@link Calling} describes each.
 */
export class TRTCCalling extends CallController {
  /**
   * The one instance of the page, made at the first call and the same until it is destroyed; later options are not
   * looked at. Rejects with CallError `invalid-argument` or `engine-unavailable`; the next call then tries afresh.
   */
  static sharedInstance(options: CallingOptions = {}): Promise<TRTCCalling> {
    if (sharedCalling?.destroyed) TRTCCalling.destroySharedInstance();
    if (shared) return shared;
    const making = TRTCCalling.create(options);
    shared = making;
    making.then(
      (calling) => {
        // Destroyed before it was there: whoever waits gets an instance that says so.
        if (shared === making) sharedCalling = calling;
        else calling.destroy();
      },
      () => {
        if (shared === making) shared = undefined;
      },
    );
    return making;
  }

  /** Ends a call in progress, logs out and frees all media; the next `sharedInstance()` is a fresh one. */
  static destroySharedInstance(): void {
    const calling = sharedCalling;
    shared = undefined;
    sharedCalling = undefined;
    calling?.destroy();
  }

  /** An instance of its own, for two accounts in one page. Whoever makes it destroys it. Rejects like `sharedInstance`. */
  static async create(options: CallingOptions = {}): Promise<TRTCCalling> {
    // Whatever is wrong with the options, the table of errors is what says so.
    const { ringTimeout = 30, clock, profileResolver = null, callLog = true, playback } = Object(options) as CallingOptions;
    const [, { pagePorts }, makeEngine] = await Promise.all([load(loadErrorTable), load(() => import('./page/page-ports.js')), loadEngine(Object(options))]);
    const wrong = (detail: string): CallError => new CallError('invalid-argument', { detail });
    if (Object(options) !== options) throw wrong('The options are an object.');
    if (!Number.isFinite(ringTimeout) || ringTimeout < 1 || ringTimeout > 600) throw wrong('ringTimeout is 1 to 600 seconds.');
    if (clock !== undefined && !hasMethods(clock, 'now', 'after')) throw wrong('clock is a Clock.');
    if (playback !== undefined && !hasMethods(playback, 'play', 'listen', 'dispose')) throw wrong('playback is a Playback.');
    if (profileResolver !== null && typeof profileResolver !== 'function') throw wrong('profileResolver is a function or null.');
    const calling = new TRTCCalling({ ...pagePorts(playback, callLog), engine: makeEngine(), ringTimeout, connectWhileRinging: options.connectWhileRinging === true, ...(clock ? { clock } : {}) });
    calling.profileResolver = profileResolver;
    return calling;
  }
}
