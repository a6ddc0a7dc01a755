import { checkAgreement, checkQuiet, Invariants, Violation } from './invariants.js';
import { scenarioOf, type Scenario, type Step } from './schedule.js';
import { SimulatedWorld } from './world.js';

export interface Report {
  readonly seeds: number;
  readonly steps: number;
  /** Lost messages' worlds, crashes, partitions and the like. */
  readonly faults: number;
  readonly calls: number;
}

export interface Failure {
  readonly scenario: Scenario;
  readonly violation: string;
}

const FAULTS: ReadonlySet<Step['do']> = new Set(['crash', 'close-tab', 'second-login', 'kick', 'cut', 'blink', 'part', 'unplug', 'deny', 'refuse-room', 'jump', 'faults']);

/** Everything that a world without faults does not have. */
const TROUBLE: ReadonlySet<Step['do']> = new Set([...FAULTS, 'allow', 'mend', 'reunite']);

/** Plays one scenario; undefined when no rule was broken. */
export async function play(scenario: Scenario): Promise<{ readonly violation: string | undefined; readonly calls: number }> {
  const world = new SimulatedWorld(scenario);
  const invariants = new Invariants(world);
  const quiet = !scenario.steps.some((step) => TROUBLE.has(step.do));
  let calls = 0;
  const seen = new Set<string>();
  world.onEach(() => {
    invariants.check();
    for (const { calling } of world.living) {
      const id = calling.state.call?.callId;
      if (id !== undefined && !seen.has(id)) calls += seen.add(id) && 1;
    }
  });
  try {
    await world.pass(0);
    for (const step of scenario.steps) {
      if (step.do === 'jump') invariants.clockJumped(step.ms);
      await world.act(step);
      if (quiet) checkQuiet(world);
    }
    await world.calm();
    checkAgreement(world);
    for (const { calling } of world.living) void calling.hangup();
    await world.pass(60_000);
    for (const { userId, calling } of world.living) {
      if (calling.state.call) throw new Violation(`${userId}: still in a call after hanging up`);
    }
    await epilogue(world);
    for (const { calling } of world.living) calling.destroy();
    await world.pass(10_000);
    if (world.clock.pending > 0) throw new Violation(`${world.clock.pending} timers outlive everybody`);
    return { violation: undefined, calls };
  } catch (thrown) {
    if (thrown instanceof Violation) return { violation: thrown.message, calls };
    return { violation: `threw ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`, calls };
  }
}

/** Whatever has been: two people can still call each other, also both at once. Nobody is busy for ever. */
async function epilogue(world: SimulatedWorld): Promise<void> {
  const [one, other] = world.living.filter(({ calling }) => calling.state.session.phase === 'logged-in');
  if (!one || !other || one.userId === other.userId) return;
  const together = (): boolean => {
    const [mine, theirs] = [one.calling.state.call, other.calling.state.call];
    return mine?.phase === 'in-call' && theirs?.phase === 'in-call' && mine.roomId === theirs.roomId;
  };
  void one.calling.call(other.userId, 1);
  await world.pass(1);
  void other.calling.accept();
  await world.pass(1);
  if (!together()) throw new Violation(`${one.userId} cannot call ${other.userId} any more`);
  void other.calling.hangup();
  await world.pass(1);
  void one.calling.call(other.userId, 1);
  void other.calling.call(one.userId, 2);
  await world.pass(1);
  if (!together()) throw new Violation(`${one.userId} and ${other.userId} dialled each other and are not in one call`);
  void one.calling.hangup();
  await world.pass(60_000);
}

/** Plays the scenarios of `count` seeds from `first` on; stops at the first broken rule. */
export async function simulate(first: number, count: number, progress: (done: number) => void = () => {}): Promise<Report | Failure> {
  let [steps, faults, calls] = [0, 0, 0];
  for (let seed = first; seed < first + count; seed++) {
    const scenario = scenarioOf(seed);
    const result = await play(scenario);
    steps += scenario.steps.length;
    faults += scenario.steps.filter((step) => FAULTS.has(step.do)).length;
    calls += result.calls;
    if (result.violation !== undefined) return { scenario, violation: result.violation };
    progress(seed - first + 1);
  }
  return { seeds: count, steps, faults, calls };
}

/** The shortest scenario that can be had by leaving steps out and still breaks a rule. */
export async function shrink({ scenario, violation }: Failure): Promise<Failure> {
  let best: Failure = { scenario, violation };
  for (let size = Math.ceil(scenario.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.scenario.steps.length;) {
      const steps = best.scenario.steps.filter((_, index) => index < from || index >= from + size);
      const shorter = { ...best.scenario, steps };
      const result = await play(shorter);
      if (result.violation === undefined) from += size;
      else best = { scenario: shorter, violation: result.violation };
    }
  }
  return best;
}
