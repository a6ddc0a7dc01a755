import { css } from 'lit';

export const selfCheckStyles = css`
  form.card { padding: 20px; }
  .checks { display: grid; gap: 16px; padding: 20px; }
  .checks pre { max-block-size: 420px; }
  figure { display: grid; gap: 8px; margin: 0; }
  .second { block-size: 360px; }
  .second iframe { inline-size: 100%; block-size: 100%; border: 0; border-radius: 12px; background: var(--card-raised); }
`;
