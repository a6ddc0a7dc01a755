import { Random } from './random.js';

/** Names in the order of their code units: the glare rule reads it. */
export const NAMES = ['anna', 'ben', 'cleo', 'dan', 'eve'] as const;
export type Name = (typeof NAMES)[number];

/** One thing that somebody, or the world, does. JSON, so that a failing run can be kept and replayed. */
export type Step =
  | { readonly do: 'call'; readonly who: Name; readonly whom: Name; readonly type: 1 | 2 }
  | { readonly do: 'group'; readonly who: Name; readonly whom: readonly Name[]; readonly type: 1 | 2 }
  | { readonly do: 'accept' | 'audio-only' | 'as-audio' | 'reject' | 'hangup' | 'logout' | 'login' | 'mute' | 'camera' | 'share' | 'to-audio' | 'to-video' | 'agree' | 'refuse'; readonly who: Name }
  | { readonly do: 'second-login'; readonly who: Name }
  /** In another page of the same browser; from now on the page that was used before acts. */
  | { readonly do: 'second-page' | 'other-page'; readonly who: Name }
  /** In all their pages in the same moment: those where it rings are answered, the others dial. */
  | { readonly do: 'at-once'; readonly who: Name; readonly whom: Name; readonly type: 1 | 2 }
  | { readonly do: 'crash' | 'close-tab' | 'cut' | 'mend' | 'kick'; readonly who: Name }
  | { readonly do: 'blink'; readonly who: Name; readonly ms: number }
  | { readonly do: 'unplug' | 'deny' | 'allow'; readonly who: Name; readonly kind: 'microphone' | 'camera' }
  | { readonly do: 'part' | 'reunite'; readonly who: Name; readonly whom: Name }
  | { readonly do: 'refuse-room'; readonly who: Name }
  | { readonly do: 'faults'; readonly loss: number; readonly duplicate: number; readonly slowest: number }
  | { readonly do: 'jump'; readonly ms: number }
  | { readonly do: 'pass'; readonly ms: number };

export interface Scenario {
  readonly seed: number;
  readonly people: number;
  readonly steps: readonly Step[];
}

/** The scenario of a seed: quiet worlds and wild ones, short ones and long ones. */
export function scenarioOf(seed: number): Scenario {
  const random = new Random(seed);
  const people = 2 + random.below(NAMES.length - 1);
  const wild = random.next() < 0.7;
  const length = 4 + random.below(28);
  return { seed, people, steps: Array.from({ length }, () => stepOf(random, people, wild)) };
}

function stepOf(random: Random, people: number, wild: boolean): Step {
  const names = NAMES.slice(0, people);
  const who = random.pick(names);
  const whom = random.pick(names);
  const kind = random.pick(['microphone', 'camera'] as const);
  const type = random.pick([1, 2] as const);
  const trouble: readonly (readonly [number, () => Step])[] = [
    [1.5, () => ({ do: random.pick(['crash', 'close-tab', 'kick'] as const), who })],
    [0.5, () => ({ do: 'second-login', who })],
    [2, () => ({ do: 'blink', who, ms: random.pick([100, 3500, 5000, 20_000]) })],
    [2, () => ({ do: random.pick(['cut', 'mend', 'mend'] as const), who })],
    [1, () => ({ do: random.pick(['part', 'reunite'] as const), who, whom })],
    [1, () => ({ do: random.pick(['unplug', 'deny', 'allow'] as const), who, kind })],
    [0.5, () => ({ do: 'refuse-room', who })],
    [0.5, () => ({ do: 'jump', ms: random.pick([-3_600_000, -1000, 5000, 86_400_000]) })],
    [4, () => ({ do: 'faults', loss: random.pick([0, 0, 0.2, 1]), duplicate: random.pick([0, 0.5]), slowest: random.pick([0, 20, 400, 5000]) })],
  ];
  return random.weighted<() => Step>([
    [8, () => ({ do: 'call', who, whom, type })],
    [1, () => ({ do: 'group', who, whom: names.filter((name) => name !== who), type })],
    [8, () => ({ do: 'accept', who })],
    [4, () => ({ do: random.pick(['audio-only', 'as-audio', 'reject', 'hangup', 'hangup'] as const), who })],
    [4, () => ({ do: random.pick(['mute', 'camera', 'share', 'to-audio', 'to-video', 'to-video', 'agree', 'agree', 'refuse'] as const), who })],
    [1.5, () => ({ do: random.pick(['logout', 'login', 'login'] as const), who })],
    [1, () => ({ do: random.pick(['second-page', 'other-page', 'other-page'] as const), who })],
    [1, () => ({ do: 'at-once', who, whom, type })],
    [8, () => ({ do: 'pass', ms: random.pick([0, 0, 1, 15, 120, 900, 4000, 12_000, 33_000]) })],
    ...(wild ? trouble : []),
  ])();
}
