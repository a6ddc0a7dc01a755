import { expect } from '@open-wc/testing';

interface Report {
  readonly from: 'csp-page';
  readonly shown: number;
  readonly violations: readonly string[];
}

const isReport = (data: unknown): data is Report => typeof data === 'object' && data !== null && 'from' in data && data.from === 'csp-page';

/** A page whose policy allows scripts and styles from files alone: no style attributes, no eval. */
async function reportUnder(policy: string, script: string): Promise<Report> {
  const frame = document.createElement('iframe');
  const told = new Promise<Report>((resolve) => {
    window.addEventListener('message', ({ data }) => { if (isReport(data)) resolve(data); });
  });
  frame.srcdoc = `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="${policy}"><body><script type="module" src="${script}"></script></body></html>`;
  document.body.append(frame);
  const report = await told;
  frame.remove();
  return report;
}

describe('Content Security Policy', () => {
  it('every phase of the panel works under a strict policy', async () => {
    const origin = location.origin;
    const script = new URL('../support/csp-page.ts', import.meta.url);
    const report = await reportUnder(`default-src 'none'; script-src ${origin}; style-src ${origin}; connect-src ${origin}; img-src ${origin} data: blob:; media-src blob:`, script.href);
    expect(report.violations).to.deep.equal([]);
    expect(report.shown).to.equal(10);
  });
});
