/**
 * What many samples say: the middle one, and the borders of the middle half.
 * @typedef {{ median: number, low: number, high: number, count: number }} Summary
 */

/** @param {readonly number[]} sorted @param {number} share */
function quantile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return below + (above - below) * (at - Math.floor(at));
}

/** @param {readonly number[]} values @returns {Summary} */
export function summary(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75), count: sorted.length };
}

/**
 * One line of a bench: what was measured, against what in the same run, and what was hoped for.
 * @typedef {{
 *   name: string, value: number, unit: string, low?: number, high?: number, count?: number,
 *   baseline?: number, ratio?: number, target?: number, better?: 'less' | 'more', note?: string,
 * }} Row
 */

/**
 * A row of samples. With a baseline, the target is about the ratio.
 * @param {string} name @param {readonly number[]} values @param {string} unit
 * @param {{ baseline?: readonly number[], target?: number }} [against]
 * @returns {Row}
 */
export function row(name, values, unit, { baseline, target } = {}) {
  const { median, low, high, count } = summary(values);
  const base = baseline ? summary(baseline).median : undefined;
  return {
    name, value: median, unit, low, high, count,
    ...(base === undefined ? {} : { baseline: base, ratio: median / base }),
    ...(target === undefined ? {} : { target }),
  };
}

/** Whether the target was met; undefined without one. @param {Row} line */
export function isMet({ value, ratio, target, better = 'less' }) {
  if (target === undefined) return undefined;
  const measured = ratio ?? value;
  return better === 'less' ? measured <= target : measured >= target;
}

const figure = (/** @type {number} */ value) => (Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3));

/** @param {Row} line */
export function lineOf(line) {
  const { name, value, unit, low, high, count, baseline, ratio, target, better = 'less', note } = line;
  const met = isMet(line);
  return [
    `  ${name.padEnd(62)}${figure(value).padStart(10)} ${unit}`.padEnd(82),
    low === undefined || high === undefined ? '' : ` (${figure(low)} to ${figure(high)}, n ${count})`,
    baseline === undefined || ratio === undefined ? '' : `  ${ratio.toFixed(2)} × ${figure(baseline)}`,
    target === undefined ? '' : `  ${met ? '✓' : '✗'} ${better === 'less' ? '≤' : '≥'} ${figure(target)}`,
    note === undefined ? '' : `  ${note}`,
  ].join('');
}
