import { MAX_TEXT_LENGTH } from './vocabulary.js';

/** Breaks, controls and direction marks, which could disturb what stands beside the text. The joiners of emoji and scripts may stay. */
const DISTURBING = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;

/** One line of at most 120 characters (code points) for the screen; '' for anything that is no text. Never throws. */
export function cleanText(value: unknown): string {
  if (typeof value !== 'string') return '';
  const line = value.slice(0, 8 * MAX_TEXT_LENGTH).replace(DISTURBING, ' ').replace(/ {2,}/g, ' ').trim();
  return [...line].slice(0, MAX_TEXT_LENGTH).join('').trim();
}
