import type { Language } from '../preferences.js';

/** The pages of the guide in the order of reading. Those with `made` are made from the sources, the others lie in a folder per language. */
export const CONTENTS = [
  { group: { 'en': 'Start', 'zh-CN': '开始' }, pages: [{ name: 'concepts', title: { 'en': 'Concepts', 'zh-CN': '概念' } }, { name: 'troubleshooting', title: { 'en': 'Troubleshooting', 'zh-CN': '故障排查' } }] },
  {
    group: { 'en': 'Using it', 'zh-CN': '使用' }, pages: [
      { name: 'theming', title: { 'en': 'Theming', 'zh-CN': '主题' } }, { name: 'locales', title: { 'en': 'Languages', 'zh-CN': '语言' } }, { name: 'accessibility', title: { 'en': 'Accessibility', 'zh-CN': '无障碍' } },
      { name: 'engines', title: { 'en': 'Engines', 'zh-CN': '引擎' } }, { name: 'relay', title: { 'en': 'Running the relay', 'zh-CN': '运行中继' } }, { name: 'testing', title: { 'en': 'Testing an app', 'zh-CN': '测试应用' } },
    ],
  },
  {
    group: { 'en': 'Reference', 'zh-CN': '参考' }, pages: [
      { name: 'elements', made: true, title: { 'en': 'Elements', 'zh-CN': '组件' } }, { name: 'api', made: true, title: { 'en': 'TRTCCalling', 'zh-CN': 'TRTCCalling' } }, { name: 'events', made: true, title: { 'en': 'Events', 'zh-CN': '事件' } },
      { name: 'errors', made: true, title: { 'en': 'Error codes', 'zh-CN': '错误码' } }, { name: 'types', made: true, title: { 'en': 'Types', 'zh-CN': '类型' } }, { name: 'tokens', made: true, title: { 'en': 'Theme tokens', 'zh-CN': '主题变量' } },
    ],
  },
  {
    group: { 'en': 'Coming from', 'zh-CN': '迁移' }, pages: [
      { name: 'migrating-trtc-calling-js', title: { 'en': 'trtc-calling-js', 'zh-CN': 'trtc-calling-js' } }, { name: 'migrating-tuicallkit', title: { 'en': 'TUICallKit', 'zh-CN': 'TUICallKit' } },
    ],
  },
] as const satisfies readonly { readonly group: Readonly<Record<Language, string>>; readonly pages: readonly GuideEntry[] }[];

export interface GuideEntry {
  readonly name: string;
  readonly made?: boolean;
  readonly title: Readonly<Record<Language, string>>;
}

export const PAGES: readonly GuideEntry[] = CONTENTS.flatMap(({ pages }): readonly GuideEntry[] => pages);

/** Reads `#/theming/parts`: a page, and a heading or a member on it. An unknown page is the first. */
export function readPlace(hash: string): { readonly page: string; readonly at: string } {
  const [page = '', at = ''] = hash.replace(/^#\/?/, '').split('/', 2);
  const known = PAGES.find(({ name }) => name === page);
  return { page: known?.name ?? PAGES[0]?.name ?? '', at: known ? decoded(at).slice(0, 100) : '' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
