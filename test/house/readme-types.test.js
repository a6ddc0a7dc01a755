import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ROOT } from '../../.config/entries.js';
import { snippetsIn } from './snippets.js';

/** What the code takes from the page around it. */
const AROUND = `
import type { Calling } from 'trtc-calling-elements/core';
import type { TrtcCallingProvider } from 'trtc-calling-elements';
declare global {
  const provider: TrtcCallingProvider;
  const calling: Calling;
  function fetchPeople(userIds: readonly string[]): Promise<readonly { readonly id: string; readonly name: string; readonly photo: string }[]>;
  function startBlur(track: MediaStreamTrack): Promise<{ readonly track: MediaStreamTrack; stop(): void }>;
}`;

describe('The JavaScript of README.md', () => {
  // Inside the project, so that the package finds itself by its name as an application would.
  const folder = mkdtempSync(join(ROOT, 'node_modules/.readme-types-'));
  after(() => { rmSync(folder, { recursive: true, force: true }); });

  it('is what a strict TypeScript takes', () => {
    const blocks = snippetsIn('README.md').filter(({ language }) => language === 'js' || language === 'ts');
    assert.ok(blocks.length > 6);
    writeFileSync(join(folder, 'around.ts'), AROUND);
    for (const [index, { code }] of blocks.entries()) writeFileSync(join(folder, `block-${index + 1}.ts`), `${code}\nexport {};\n`);
    const compilerOptions = { strict: true, target: 'ES2022', module: 'NodeNext', lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: ['node'], skipLibCheck: true, noEmit: true };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], { cwd: ROOT, encoding: 'utf8' });
    assert.deepEqual([status, stdout], [0, '']);
  });
});
