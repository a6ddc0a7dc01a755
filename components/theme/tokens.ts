/**
 * Everything that a brand can change as `--trtc-…`, with the values in force without it. `light-dark()` picks by the colour
 * scheme of the place: the page's, or the `theme` of an element or provider; the stage is always dark. What each is for says
 * theme.css, beside this file.
 */
export const TOKENS = {
  accent: 'light-dark(#1f5fd0, #8ab8ff)',
  'on-accent': 'light-dark(#ffffff, #06203f)',
  answer: '#157f3c',
  'on-answer': '#ffffff',
  hangup: '#d92c20',
  'on-hangup': '#ffffff',
  warning: '#f6c052',
  'on-warning': '#2b1d00',
  stage: '#0f1013',
  'stage-raised': '#1f2127',
  'on-stage': '#f6f7f9',
  'on-stage-muted': '#b9bdc7',
  scrim: 'rgb(12 13 16 / 0.62)',
  surface: 'light-dark(#ffffff, #1d1f24)',
  'surface-raised': 'light-dark(#f1f3f6, #2a2d34)',
  'on-surface': 'light-dark(#16181d, #f3f4f6)',
  'on-surface-muted': 'light-dark(#585e6a, #b3b8c2)',
  hairline: 'light-dark(rgb(10 14 24 / 0.12), rgb(255 255 255 / 0.14))',
  shadow: '0 12px 40px rgb(8 10 16 / 0.28), 0 2px 8px rgb(8 10 16 / 0.16)',
  'radius-small': '8px',
  radius: '12px',
  'radius-large': '16px',
  'control-size': '52px',
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  'font-size': '16px',
  duration: '200ms',
} as const;
