import { CallController } from '../../src/calling/call-controller.js';
import type { Clock } from '../../src/calling/clock.js';
import { CallError } from '../../src/calling/errors.js';
import type { DelegateCall, DelegateListener } from '../../src/calling/delegate.js';
import { createMemoryNetwork, settled, SilentPlayback, VirtualClock, type MemoryEngine, type MemoryNetwork } from '../../src/engines/memory/index.js';
import { Random } from './random.js';
import { NAMES, type Name, type Scenario, type Step } from './schedule.js';

/** Counts the timers that one controller holds. */
class CountedClock implements Clock {
  readonly #clock: Clock;
  held = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  after(ms: number, task: () => void): () => void {
    this.held += 1;
    let open = true;
    const close = (): void => {
      if (open) this.held -= 1;
      open = false;
    };
    const stop = this.#clock.after(ms, () => {
      close();
      task();
    });
    return () => {
      close();
      stop();
    };
  }
}

/** One device of somebody: a controller over a memory engine. */
export interface Device {
  readonly userId: Name;
  readonly calling: CallController;
  readonly engine: MemoryEngine;
  readonly playback: SilentPlayback;
  readonly timers: CountedClock;
  readonly heard: DelegateCall[];
  /** Crashed or closed: it runs no more. */
  dead: boolean;
}

const NO_VIEWS = { show() {}, hide() {}, dispose() {} };

/** The people of one scenario and the world between them. */
export class SimulatedWorld {
  readonly clock = new VirtualClock(1_700_000_000_000);
  readonly network: MemoryNetwork;
  /** Every device that ever was; the last living one of a name is the one that acts. */
  readonly devices: Device[] = [];
  readonly #names: readonly Name[];
  #afterEach: () => void = () => {};

  constructor({ seed, people }: Scenario) {
    this.network = createMemoryNetwork({ clock: this.clock, random: new Random(seed ^ 0x5eed).next });
    this.#names = NAMES.slice(0, people);
    for (const name of this.#names) this.#start(name);
  }

  /** `check` runs after every task of the clock and after every step. */
  onEach(check: () => void): void {
    this.#afterEach = check;
  }

  get living(): readonly Device[] {
    return this.devices.filter(({ dead }) => !dead);
  }

  device(name: Name): Device | undefined {
    return this.devices.findLast(({ userId, dead }) => userId === name && !dead);
  }

  /** Pages of one browser in which a user is logged in. */
  pagesOf({ userId, engine }: Device): readonly Device[] {
    return this.living.filter((other) => other.userId === userId && other.engine.device === engine.device);
  }

  async pass(ms: number): Promise<void> {
    await this.clock.advance(ms, async () => {
      await settled();
      this.#afterEach();
    });
    await settled();
    this.#afterEach();
  }

  async act(step: Step): Promise<void> {
    this.#do(step);
    await this.pass(step.do === 'pass' ? step.ms : 0);
  }

  /** The end of all faults: everybody reaches everybody, and whoever fell out logs in again. */
  async calm(): Promise<void> {
    this.network.setFaults({ loss: 0, duplicate: 0, delay: [0, 0] });
    for (const a of this.#names) for (const b of this.#names) if (a < b) this.network.reunite(a, b);
    for (const { engine } of this.living) {
      engine.room.failNextJoin(null);
      engine.reconnect();
    }
    await this.pass(240_000);
  }

  #start(name: Name, device?: string): void {
    const engine = this.network.engine(device === undefined ? {} : { device });
    const playback = new SilentPlayback();
    const timers = new CountedClock(this.clock);
    const calling = new CallController({ engine, playback, views: NO_VIEWS, clock: timers });
    const heard: DelegateCall[] = [];
    const listener: DelegateListener = (type, params) => heard.push({ type, params } as DelegateCall);
    calling.registerListener(listener);
    this.devices.push({ userId: name, calling, engine, playback, timers, heard, dead: false });
    void calling.login(0, name, '');
  }

  #turnTo(device: Device | undefined): void {
    if (!device) return;
    this.devices.splice(this.devices.indexOf(device), 1);
    this.devices.push(device);
  }

  #do(step: Step): void {
    if (step.do === 'pass') return;
    if (step.do === 'jump') return this.clock.jump(step.ms);
    if (step.do === 'faults') return this.network.setFaults({ loss: step.loss, duplicate: step.duplicate, delay: [0, step.slowest] });
    const device = this.device(step.who);
    if (step.do === 'second-login') return this.#start(step.who);
    if (!device) return step.do === 'login' ? this.#start(step.who) : undefined;
    const { calling, engine } = device;
    switch (step.do) {
      case 'second-page': return this.pagesOf(device).length < 3 ? this.#start(step.who, engine.device) : undefined;
      case 'other-page': return this.#turnTo(this.pagesOf(device)[0]);
      case 'at-once': return this.pagesOf(device).forEach((page) => void (page.calling.state.call?.phase === 'ringing' ? page.calling.accept() : page.calling.call(step.whom, step.type)));
      case 'call': return void calling.call(step.whom, step.type);
      case 'group': return void calling.groupCall(step.whom, step.type);
      case 'accept': return void calling.accept();
      case 'audio-only': return void calling.accept({ camera: false });
      case 'as-audio': return void calling.accept({ asAudio: true });
      case 'reject': return void calling.reject();
      case 'hangup': return void calling.hangup();
      case 'logout': return void calling.logout();
      case 'login': return void calling.login(0, step.who, '');
      case 'mute': return calling.setMicMute(!calling.state.devices.microphone.muted);
      case 'camera': return void (calling.state.devices.camera.wanted ? calling.closeCamera() : calling.openCamera(true));
      case 'share': return void (calling.state.devices.screen.wanted ? calling.stopScreenShare() : calling.startScreenShare());
      case 'to-audio': return void calling.switchToAudioCall();
      case 'to-video': return void calling.switchToVideoCall();
      case 'agree': return void calling.acceptSwitch();
      case 'refuse': return void calling.rejectSwitch();
      case 'crash': device.dead = true; return engine.crash();
      case 'close-tab': device.dead = true; return calling.destroy();
      case 'cut': return engine.disconnect();
      case 'blink':
        engine.disconnect();
        return void this.clock.after(step.ms, () => engine.reconnect());
      case 'mend': return engine.reconnect();
      case 'kick': return engine.signaling.kick('by-service');
      case 'unplug': return engine.devices.unplug(step.kind);
      case 'deny': return engine.devices.fail(step.kind, 'permission-denied');
      case 'allow': return engine.devices.fail(step.kind, undefined);
      case 'part': return step.who === step.whom ? undefined : this.network.separate(step.who, step.whom);
      case 'reunite': return step.who === step.whom ? undefined : this.network.reunite(step.who, step.whom);
      case 'refuse-room': return engine.room.failNextJoin(new CallError('room-join-failed'));
      default: return step satisfies never;
    }
  }
}
