import { CallError } from '../../src/calling/errors.js';
import { CHECKS, StepFailure, type Bench } from './checks.js';
import { STEPS, waiting, type StepId, type StepResult } from './steps.js';

/** Runs every step whose needs were met, in order, and tells each change. Never rejects: what goes wrong is a result. */
export async function runChecks(bench: Omit<Bench, 'passed'>, tell: (result: StepResult) => void): Promise<readonly StepResult[]> {
  const passed = new Set<StepId>();
  const results: StepResult[] = [];
  for (const id of STEPS) {
    const { needs, run } = CHECKS[id];
    const start = performance.now();
    let result: StepResult = { ...waiting(id), state: 'skipped' };
    if (!bench.signal.aborted && needs.every((need) => passed.has(need))) {
      tell({ ...waiting(id), state: 'running' });
      const found = await run({ ...bench, passed }).then(
        (detail) => ({ state: 'passed', code: 0, detail }) as const,
        (thrown: unknown) => {
          const { code, message } = thrown instanceof StepFailure ? thrown : CallError.from(thrown);
          return { state: 'failed', code, detail: message } as const;
        },
      );
      result = { id, ms: Math.round(performance.now() - start), ...found };
      if (found.state === 'passed') passed.add(id);
    }
    tell(result);
    results.push(result);
  }
  return results;
}
