const HUES = [12, 38, 84, 150, 190, 228, 264, 300, 340] as const;

/** The colour that a user id always gets, a hue of OKLCH. */
export function hueOf(userId: string): number {
  let hash = 0;
  for (const char of userId) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  return HUES[hash % HUES.length] ?? HUES[0];
}

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/** What stands for a name: two Latin initials, or the last two signs of a Chinese, Japanese or Korean name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/[\s._-]+/u).filter((word) => word !== '');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (CJK.test(name)) return graphemes(last).slice(-2).join('');
  const letters = words.length > 1 ? [graphemes(first)[0], graphemes(last)[0]] : [graphemes(first)[0]];
  return letters.join('').toLocaleUpperCase();
}

function graphemes(text: string): string[] {
  if (!('Segmenter' in Intl)) return [...text];
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}
