import type { Language } from '../preferences.js';

const en = {
  name: 'Name', type: 'Type', meaning: 'Meaning', code: 'Code', remedy: 'What to do', initial: 'Value',
  attributes: 'Attributes', properties: 'Properties', methods: 'Methods', events: 'Events', slots: 'Slots', parts: 'Parts', cssProperties: 'Custom properties', states: 'States (:state)',
  inGallery: 'See it in the gallery',
  elements: 'Elements', elementsLead: 'Made from custom-elements.json, which editors read, too. Every attribute has a property of the same meaning.',
  apiLead: 'Every command resolves with { code, desc }; 0 is success, the others are in the table of error codes. It rejects only after destroy().',
  making: 'Making one', options: 'Options',
  eventsLead: 'Each reaches the listeners of registerListener, and leaves the provider (or a panel that stands alone) as a DOM event: bubbling, composed, its parameters in detail.',
  errors: 'Error codes', errorsLead: '60001 to 60006 are those of the earlier web TRTCCalling; 61xxx are this kit’s own. A failure inside an SDK keeps the SDK’s number.',
  types: 'Types', typesLead: 'What a snapshot (calling.state) is made of.',
  tokens: 'Theme tokens', tokensLead: 'Set them on :root or on any element. trtc-calling-elements/theme.css has them as a file.',
} as const;

const zhCN: Readonly<Record<keyof typeof en, string>> = {
  name: '名称', type: '类型', meaning: '含义', code: '编号', remedy: '怎么办', initial: '值',
  attributes: '属性（attribute）', properties: '属性（property）', methods: '方法', events: '事件', slots: '插槽', parts: '部件（::part）', cssProperties: 'CSS 自定义属性', states: '状态（:state）',
  inGallery: '在组件库中查看',
  elements: '组件', elementsLead: '由 custom-elements.json 生成，编辑器也读取它。说明取自源码，保留英文。每个 attribute 都有含义相同的 property。',
  apiLead: '每个命令都以 { code, desc } 完成，0 为成功，其余见错误码表。只有在 destroy() 之后才会拒绝。',
  making: '创建', options: '选项',
  eventsLead: '每个回调都会到达 registerListener 的监听器，并作为 DOM 事件离开 provider（或单独放置的面板）：冒泡、composed，参数在 detail 中。',
  errors: '错误码', errorsLead: '60001 到 60006 沿用早先的 Web 版 TRTCCalling；61xxx 为本套件自有。SDK 内部的失败保留 SDK 的编号。说明取自源码，保留英文。',
  types: '类型', typesLead: '快照（calling.state）由这些类型组成。',
  tokens: '主题变量', tokensLead: '设置在 :root 或任一元素上。trtc-calling-elements/theme.css 中有全部内容。',
};

export const referenceWords = (language: Language): Readonly<Record<keyof typeof en, string>> => (language === 'zh-CN' ? zhCN : en);
