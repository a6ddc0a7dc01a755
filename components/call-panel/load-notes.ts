import type { PanelState } from './panel-state.js';

/** Fetches what a call does not need before somebody wishes, declines or is called with others. The page hears when it cannot be had. */
export function loadNotes({ hasWish, hasNews, isCallingGroup }: PanelState): void {
  const loading = [
    hasWish && import('../switch-prompt/switch-prompt.define.js'),
    hasNews && import('../call-news/call-news.define.js'),
    isCallingGroup && import('../people-list/people-list.define.js'),
  ];
  Promise.all(loading).catch((error: unknown) => reportError(error));
}
