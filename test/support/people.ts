import { CallController } from '../../src/calling/call-controller.js';
import type { DelegateCall, DelegateEvent, DelegateListener } from '../../src/calling/delegate.js';
import { loadErrorTable } from '../../src/calling/errors.js';
import type { Recovery } from '../../src/calling/recovery.js';
import { selectPhase } from '../../src/calling/state/selectors.js';
import type { ViewSource, Views } from '../../src/calling/views.js';
import { createMemoryNetwork, settled, SilentPlayback, VirtualClock, type MemoryEngine, type MemoryNetwork } from '../../src/engines/memory/index.js';

/** Views that write down what they are told. */
export class RecordedViews implements Views {
  readonly shown: string[] = [];
  show(_calling: unknown, { userId, streamType }: ViewSource): void {
    this.shown.push(`show ${userId} ${streamType}`);
  }
  hide({ userId, streamType }: ViewSource): void {
    this.shown.push(`hide ${userId} ${streamType}`);
  }
  dispose(): void {
    this.shown.push('dispose');
  }
}

/** Somebody with a real controller over a memory engine. */
export interface Person {
  readonly userId: string;
  readonly calling: CallController;
  readonly engine: MemoryEngine;
  readonly playback: SilentPlayback;
  readonly views: RecordedViews;
  /** Every delegate callback so far. */
  readonly heard: DelegateCall[];
  /** The names of the callbacks so far, volumes left out. */
  names(): DelegateEvent[];
  count(type: DelegateEvent): number;
  phase(): ReturnType<typeof selectPhase>;
}

export interface World {
  readonly clock: VirtualClock;
  readonly network: MemoryNetwork;
  /** Lets ms pass and every promise be heard. */
  pass(ms?: number): Promise<void>;
  /** Adds somebody who is logged in. */
  person(userId: string): Promise<Person>;
  /** Adds somebody who is not. */
  stranger(userId: string, recovery?: Recovery): Person;
}

export function createWorld({ ringTimeout = 30, random = () => 0.5 }: { readonly ringTimeout?: number; readonly random?: () => number } = {}): World {
  const clock = new VirtualClock(1_000_000);
  const network = createMemoryNetwork({ clock, random });
  const pass = async (ms = 0): Promise<void> => {
    await settled();
    await clock.advance(ms);
  };
  const stranger = (userId: string, recovery?: Recovery): Person => {
    const engine = network.engine();
    const playback = new SilentPlayback();
    const views = new RecordedViews();
    const calling = new CallController({ engine, playback, views, clock, ringTimeout, ...(recovery ? { recovery } : {}) });
    const heard: DelegateCall[] = [];
    const listener: DelegateListener = (type, params) => heard.push({ type, params } as DelegateCall);
    calling.registerListener(listener);
    const names = (): DelegateEvent[] => heard.map(({ type }) => type).filter((type) => type !== 'onUserVoiceVolume' && type !== 'onConnectionStateChange');
    return { userId, calling, engine, playback, views, heard, names, count: (type) => heard.filter((one) => one.type === type).length, phase: () => selectPhase(calling.state) };
  };
  const person = async (userId: string): Promise<Person> => {
    await loadErrorTable();
    const one = stranger(userId);
    const login = one.calling.login(0, userId, '');
    await pass();
    const { code, desc } = await login;
    if (code !== 0) throw new Error(desc);
    return one;
  };
  return { clock, network, pass, person, stranger };
}

/** A and B in a call of `type`. */
export async function connect(world: World, inviter: Person, invitee: Person, type: 1 | 2 = 1): Promise<void> {
  void inviter.calling.call(invitee.userId, type);
  await world.pass();
  void invitee.calling.accept();
  await world.pass();
  if (inviter.phase() !== 'in-call' || invitee.phase() !== 'in-call') throw new Error(`not connected: ${inviter.phase()} ${invitee.phase()}`);
}
