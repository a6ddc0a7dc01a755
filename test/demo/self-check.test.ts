import { expect, fixture, html } from '@open-wc/testing';
import { adviseIn } from '../../demo/self-check/advice.js';
import { reportOf } from '../../demo/self-check/report.js';
import '../../demo/self-check/step-list.js';
import { STEPS, waiting, type Accounts, type StepResult } from '../../demo/self-check/steps.js';
import { selfCheckSay } from '../../demo/self-check/words.js';

const ACCOUNTS: Accounts = { sdkAppId: 7, first: { userId: 'alice', userSig: 'se*cret/one' }, second: { userId: 'bob', userSig: 'secret-two' } };
const RESULTS: readonly StepResult[] = STEPS.map((id) => ({ ...waiting(id), state: 'passed', ms: 12, detail: 'fine' }));

const failed = (id: StepResult['id'], code: number, detail: string): readonly StepResult[] => {
  const bad: StepResult = { id, ms: 12, state: 'failed', code, detail };
  return RESULTS.map((result) => (result.id === id ? bad : result));
};

describe('the report of the self-check', () => {
  it('has every step, the code of a failure, and what to do about it', () => {
    const report = reportOf(failed('loginFirst', 70_001, 'The userSig has expired.'), ACCOUNTS, adviseIn('en'), new Date(0));
    expect(report).to.contain('1970-01-01T00:00:00.000Z').and.to.contain('SDKAppID 7, users alice and bob');
    for (const id of STEPS) expect(report).to.contain(` ${id} `);
    expect(report).to.match(/FAILED {2}loginFirst .*70001 {2}The userSig has expired\.\n {8}→ Sign a new userSig/);
  });

  it('never has a userSig, even where a failure repeats it', () => {
    const detail = `Refused: se*cret/one, ${encodeURIComponent('se*cret/one')} and secret-two.`;
    const report = reportOf(failed('loginSecond', 70_003, detail), ACCOUNTS, adviseIn('en'));
    expect(report).to.contain('‹userSig›').and.not.to.match(/secret-two|se\*cret/);
  });

  it('tells a firewall for media from a network that is down', () => {
    const advise = adviseIn('en');
    expect(advise({ ...waiting('media'), code: 61_008 })).to.contain('UDP');
    expect(advise({ ...waiting('loginFirst'), code: 61_008 })).to.contain('firewall').and.not.to.contain('UDP');
    expect(advise({ ...waiting('environment'), code: 60_006 })).to.contain('current Chrome');
  });
});

describe('the steps of the self-check', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    it(`can be read by everybody, in ${language}`, async () => {
      const results = failed('camera', 60_005, 'The use of a device was refused.');
      const list = await fixture<HTMLElement>(html`<self-check-steps .say=${selfCheckSay(language)} .advise=${adviseIn(language)} .results=${results}></self-check-steps>`);
      expect(list.shadowRoot?.querySelectorAll('li')).to.have.length(STEPS.length);
      const bad = list.shadowRoot?.querySelector('[data-state="failed"]')?.textContent;
      expect(bad).to.contain('60005').and.to.contain(adviseIn(language)({ ...waiting('camera'), code: 60_005 }));
      await expect(list).to.be.accessible();
    });
  }
});
