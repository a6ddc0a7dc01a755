import { controlOf, type ControlChoice, type Plan } from './controls.js';

/** What was measured of the bar, in CSS pixels. */
export interface Measures {
  readonly room: number;
  readonly gap: number;
  /** Of each button as it was seen last; 0 for one that shows nothing here. */
  readonly widths: ReadonlyMap<ControlChoice, number>;
  /** What else is in the bar: the author's own buttons. */
  readonly others: readonly number[];
}

/** A width nobody measured yet is that of a round button. */
const ROUND = 52;
/** In less than this there is a picture and a way to hang up, and nothing else. */
const TINY = 168;

/** Moves what has no room from the bar into the menu, the least needed first. */
export function fitBar(plan: Plan, measures: Measures): Plan {
  if (measures.room > 0 && measures.room < TINY) return { bar: plan.bar.filter((name) => name === 'hangup'), menu: [] };
  let { bar, menu } = plan;
  while (lengthOf(bar, menu.length > 0, measures) > measures.room && measures.room > 0) {
    const least = leastNeeded(bar, measures);
    if (least === undefined) break;
    bar = bar.filter((name) => name !== least);
    menu = [...plan.bar.filter((name) => !bar.includes(name)), ...plan.menu];
  }
  return { bar, menu };
}

function lengthOf(bar: readonly ControlChoice[], hasMenu: boolean, { gap, widths, others }: Measures): number {
  const known = bar.map((name) => widths.get(name) ?? ROUND);
  const round = widths.get('mic') ?? ROUND;
  const all = [...known, ...others, hasMenu ? round : 0].filter((width) => width > 0);
  return all.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, all.length - 1);
}

function leastNeeded(bar: readonly ControlChoice[], { widths }: Measures): ControlChoice | undefined {
  const movable = bar.filter((name) => controlOf(name).rank > 0 && widths.get(name) !== 0);
  return movable.toSorted((a, b) => controlOf(b).rank - controlOf(a).rank)[0];
}

/** Whether two plans put the same buttons into the same places. */
export const isSamePlan = (a: Plan, b: Plan): boolean => a.bar.join() === b.bar.join() && a.menu.join() === b.menu.join();
