import type { Accounts, StepResult } from './steps.js';

/** Of one result: the sentence that says what to do. */
export type Advise = (result: StepResult) => string;

/** What is shorter is none, and may be part of any word. */
const SHORTEST_SIG = 8;

const MARKS = { waiting: '…', running: '…', passed: 'ok', failed: 'FAILED', skipped: 'skipped' } as const;

/**
 * The report to copy, plain text. What is secret is not put in; and should a userSig have come into a sentence all the
 * same, it goes out here.
 */
export function reportOf(results: readonly StepResult[], { sdkAppId, first, second }: Accounts, advise: Advise, at = new Date()): string {
  const lines = [
    'trtc-calling-elements self-check',
    `${at.toISOString()}  ${navigator.userAgent}`,
    `SDKAppID ${sdkAppId}, users ${first.userId} and ${second.userId}`,
    '',
    ...results.flatMap((result) => {
      const { id, state, ms, code, detail } = result;
      const line = `${MARKS[state].padEnd(8)}${id.padEnd(13)}${state === 'skipped' ? '' : `${ms} ms`.padEnd(10)}${code === 0 ? '' : `${code}  `}${detail}`.trimEnd();
      return state === 'failed' ? [line, `${' '.repeat(8)}→ ${advise(result)}`] : [line];
    }),
    '',
  ];
  return [first.userSig, second.userSig].filter((sig) => sig.length >= SHORTEST_SIG).reduce((text, sig) => text.replaceAll(sig, '‹userSig›').replaceAll(encodeURIComponent(sig), '‹userSig›'), lines.join('\n'));
}
