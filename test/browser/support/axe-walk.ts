import type { Page } from '@playwright/test';
import axe from 'axe-core';
import type { Sheet } from '../../../demo/gallery/sheet-window.js';

/** So many states are built at a time: axe looks at what covers what, which takes longer than twice as long for twice as many. */
const AT_A_TIME = 14;

/** Rules about a page as a whole: a sheet of elements is none. */
const OF_PAGES = ['landmark-unique', 'region'];

export async function openSheet(page: Page, address: string): Promise<void> {
  await page.goto(new URL('gallery-sheet.html#/call-timer', address).href);
  await page.waitForFunction(() => 'sheet' in window);
  await page.evaluate(axe.source);
}

/** Shows every state of every element as `search` says, and returns what axe finds, one line each. */
export function walk(page: Page, search: string): Promise<{ readonly states: number; readonly found: readonly string[] }> {
  return page.evaluate(async ({ hash, atATime, rules }) => {
    const found: string[] = [];
    const total = window.sheet.states.reduce((sum, [, count]) => sum + count, 0);
    for (let from = 0; from < total; from += atATime) {
      await window.sheet.show(hash, { from, count: atATime });
      finishMoves();
      const { violations } = await window.axe.run('#sheet', { resultTypes: ['violations'], rules });
      for (const { id, nodes } of violations) {
        for (const { target, any } of nodes) {
          const scene = document.querySelector(String(target.flat()[0]))?.closest<HTMLElement>('.scene')?.dataset['state'];
          found.push(`${id} in ${scene}: ${target.flat().join(' ')} ${any.map(({ message }) => message).join(' ')}`);
        }
      }
    }
    return { states: total, found };

    /** A colour half way through a fade is no one's. */
    function finishMoves(): void {
      const roots: (Document | ShadowRoot)[] = [document];
      for (const root of roots) for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
      for (const animation of roots.flatMap((root) => root.getAnimations())) if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }
  }, { hash: `#/?${search}`, atATime: AT_A_TIME, rules: Object.fromEntries(OF_PAGES.map((rule) => [rule, { enabled: false }])) });
}

declare global {
  interface Window { readonly axe: typeof axe; sheet: Sheet }
}
