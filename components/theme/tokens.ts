/** One public token: what it is called, what it is without anybody's wish, and what it is for. */
export interface Token {
  readonly name: `--trtc-${string}`;
  readonly value: string;
  readonly use: string;
}

/**
 * Everything that a brand can change, with the values in force without it. `light-dark()` picks by the colour scheme of
 * the place: the page's, or the `theme` of an element or provider; the stage is always dark.
 */
export const TOKENS = [
  { name: '--trtc-accent', value: 'light-dark(#1f5fd0, #8ab8ff)', use: 'focus, speaking, links, chosen things' },
  { name: '--trtc-on-accent', value: 'light-dark(#ffffff, #06203f)', use: 'text and icons on the accent' },
  { name: '--trtc-answer', value: '#157f3c', use: 'answering and calling, nothing else' },
  { name: '--trtc-on-answer', value: '#ffffff', use: 'text and icons on the answer colour' },
  { name: '--trtc-hangup', value: '#d92c20', use: 'declining and hanging up, nothing else' },
  { name: '--trtc-on-hangup', value: '#ffffff', use: 'text and icons on the hang-up colour' },
  { name: '--trtc-warning', value: '#f6c052', use: 'trouble: banners and poor network' },
  { name: '--trtc-on-warning', value: '#2b1d00', use: 'text and icons on the warning colour' },
  { name: '--trtc-stage', value: '#0f1013', use: 'behind pictures, in light and dark alike' },
  { name: '--trtc-stage-raised', value: '#1f2127', use: 'tiles without a picture' },
  { name: '--trtc-on-stage', value: '#f6f7f9', use: 'text and icons on the stage' },
  { name: '--trtc-on-stage-muted', value: '#b9bdc7', use: 'second text on the stage' },
  { name: '--trtc-scrim', value: 'rgb(12 13 16 / 0.62)', use: 'under names and marks on a picture' },
  { name: '--trtc-surface', value: 'light-dark(#ffffff, #1d1f24)', use: 'dialogs, the dial pad' },
  { name: '--trtc-surface-raised', value: 'light-dark(#f1f3f6, #2a2d34)', use: 'fields and quiet buttons' },
  { name: '--trtc-on-surface', value: 'light-dark(#16181d, #f3f4f6)', use: 'text on surfaces' },
  { name: '--trtc-on-surface-muted', value: 'light-dark(#585e6a, #b3b8c2)', use: 'second text on surfaces' },
  { name: '--trtc-hairline', value: 'light-dark(rgb(10 14 24 / 0.12), rgb(255 255 255 / 0.14))', use: 'thin lines' },
  { name: '--trtc-shadow', value: '0 12px 40px rgb(8 10 16 / 0.28), 0 2px 8px rgb(8 10 16 / 0.16)', use: 'things that float' },
  { name: '--trtc-radius-small', value: '8px', use: 'fields, marks' },
  { name: '--trtc-radius', value: '12px', use: 'tiles' },
  { name: '--trtc-radius-large', value: '16px', use: 'cards, the panel' },
  { name: '--trtc-control-size', value: '52px', use: 'round buttons; never under 44px' },
  { name: '--trtc-font', value: 'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif', use: 'all text' },
  { name: '--trtc-font-size', value: '16px', use: 'body text; the other sizes follow on a 1.25 scale' },
  { name: '--trtc-duration', value: '200ms', use: 'one movement; 0 with reduced motion' },
] as const satisfies readonly Token[];

/** The name of one token. */
export type TokenName = (typeof TOKENS)[number]['name'];
