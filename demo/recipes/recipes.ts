import type { Language } from '../preferences.js';

type Text = Readonly<Record<Language, string>>;

export interface Recipe {
  readonly name: string;
  readonly title: Text;
  readonly lead: Text;
  /** The pages of it, the one to copy first: file and who sits before it. */
  readonly windows: readonly { readonly file: string; readonly who: Text }[];
}

export const RECIPES: readonly Recipe[] = [
  {
    name: 'appointment', title: { 'en': 'Appointment', 'zh-CN': '预约通话' },
    lead: { 'en': 'One button and a known callee. The panel covers the page while there is a call, and is not there otherwise.', 'zh-CN': '一个按钮，固定的被叫。通话时面板铺满页面，平时不出现。' },
    windows: [{ file: 'appointment.html', who: { 'en': 'Patient', 'zh-CN': '患者' } }, { file: 'appointment-doctor.html', who: { 'en': 'Doctor', 'zh-CN': '医生' } }],
  },
  {
    name: 'customer-service', title: { 'en': 'Customer service', 'zh-CN': '客服小窗' },
    lead: { 'en': 'A button in the corner that becomes a small call window. The shop stays usable.', 'zh-CN': '角落里的按钮变成小通话窗，页面其余部分照常使用。' },
    windows: [{ file: 'customer-service.html', who: { 'en': 'Customer', 'zh-CN': '顾客' } }, { file: 'customer-service-desk.html', who: { 'en': 'Support desk', 'zh-CN': '客服台' } }],
  },
  {
    name: 'family', title: { 'en': 'Family phone', 'zh-CN': '家庭电话' },
    lead: { 'en': 'Large tiles, one tap, one button to hang up; calls are answered by themselves after three seconds.', 'zh-CN': '大图块，一点即呼，只有一个挂断按钮；来电三秒后自动接听。' },
    windows: [{ file: 'family.html', who: { 'en': 'Grandma', 'zh-CN': '奶奶' } }, { file: 'family-anna.html', who: { 'en': 'Anna', 'zh-CN': '安娜' } }],
  },
  {
    name: 'class', title: { 'en': 'Group class', 'zh-CN': '小班课' },
    lead: { 'en': 'A teacher calls the class; whoever speaks is large.', 'zh-CN': '老师呼叫全班，谁说话谁放大。' },
    windows: [{ file: 'class.html', who: { 'en': 'Teacher', 'zh-CN': '老师' } }, { file: 'class-mei.html', who: { 'en': 'Mei', 'zh-CN': '小梅' } }, { file: 'class-tom.html', who: { 'en': 'Tom', 'zh-CN': '小汤' } }],
  },
  {
    name: 'own-panel', title: { 'en': 'A panel of your own', 'zh-CN': '自己的面板' },
    lead: { 'en': 'The parts of the call panel, arranged in plain HTML and CSS.', 'zh-CN': '用纯 HTML 和 CSS 重新排列通话面板的各个部件。' },
    windows: [{ file: 'own-panel.html', who: { 'en': 'Alice', 'zh-CN': 'Alice' } }, { file: 'own-panel.html?user=bob', who: { 'en': 'Bob', 'zh-CN': 'Bob' } }],
  },
];
