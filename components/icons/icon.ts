import { html, type TemplateResult } from 'lit';

/**
 * One picture of the set: 24 px grid, round 1.75 px strokes in the text's colour, silent for screen readers. The drawing is
 * a function and the call marked pure, so that a bundler leaves out the pictures that a page never shows.
 */
export const icon = (drawing: () => TemplateResult<2>): TemplateResult<1> => html`
  <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${drawing()}</svg>`;
