/** Where a floating tile rests; `end` is right in a left-to-right page. */
export interface Corner {
  readonly block: 'start' | 'end';
  readonly inline: 'start' | 'end';
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far, in pixels, a movement carries on after the finger is gone. */
const THROW = 160;

/** The corner that a tile let go at `centre` with `speed` (pixels a millisecond) flies to. */
export function cornerFor(centre: Point, speed: Point, size: { readonly width: number; readonly height: number }, isRightToLeft: boolean): Corner {
  const isRight = centre.x + speed.x * THROW > size.width / 2;
  const isLow = centre.y + speed.y * THROW > size.height / 2;
  return { block: isLow ? 'end' : 'start', inline: isRight === isRightToLeft ? 'start' : 'end' };
}

/** The corner that an arrow key leads to, or undefined for another key. */
export function cornerByKey(key: string, { block, inline }: Corner, isRightToLeft: boolean): Corner | undefined {
  switch (key) {
    case 'ArrowUp': return { block: 'start', inline };
    case 'ArrowDown': return { block: 'end', inline };
    case 'ArrowLeft': return { block, inline: isRightToLeft ? 'end' : 'start' };
    case 'ArrowRight': return { block, inline: isRightToLeft ? 'start' : 'end' };
    default: return undefined;
  }
}
