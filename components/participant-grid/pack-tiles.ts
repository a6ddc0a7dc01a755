/** The space there is, in CSS pixels. */
export interface Space {
  readonly width: number;
  readonly height: number;
}

export interface Packing {
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
}

export interface PackingWishes {
  readonly gap?: number;
  /** The part of the pictures that is upright, 0 to 1. */
  readonly upright?: number;
  /** Width by height that a tile may have, from and to; by the shapes of space and pictures unless given. */
  readonly ratios?: Ratios;
}

type Ratios = readonly [narrowest: number, widest: number];

/** A wide space holds wide pictures, a high one upright ones as well. */
const WIDE: Ratios = [1, 16 / 9];
const HIGH: Ratios = [3 / 4, 16 / 9];
/** Where some are upright, a shape that cuts little off either kind. */
const MIXED: Ratios = [1, 4 / 3];
/** Where most hold phones: a wide tile would show little more than a chin. */
const UPRIGHT: Ratios = [9 / 16, 1];

function ratiosFor({ width, height }: Space, upright: number): Ratios {
  if (upright > 1 / 2) return UPRIGHT;
  if (width <= height) return HIGH;
  return upright >= 1 / 3 ? MIXED : WIDE;
}

/** The part of the pictures that is higher than wide, 0 to 1. */
export const uprightPart = (pictures: readonly Space[]): number =>
  pictures.filter(({ width, height }) => height > width).length / Math.max(1, pictures.length);

const NOTHING: Packing = { columns: 0, rows: 0, tileWidth: 0, tileHeight: 0 };

/**
 * Lays `count` equal tiles into a space so that the pictures are as large as can be: every number of columns is tried,
 * and the one with the largest tiles wins; of equals the one with fewer empty places.
 */
export function packTiles(space: Space, count: number, { gap = 8, upright = 0, ratios = ratiosFor(space, upright) }: PackingWishes = {}): Packing {
  let best = NOTHING;
  for (let columns = 1; columns <= count; columns += 1) {
    const packing = fit(space, columns, Math.ceil(count / columns), gap, ratios);
    if (isBetter(packing, best, count)) best = packing;
  }
  return best;
}

function fit({ width, height }: Space, columns: number, rows: number, gap: number, [narrowest, widest]: readonly [number, number]): Packing {
  const roomX = Math.max(0, (width - gap * (columns - 1)) / columns);
  const roomY = Math.max(0, (height - gap * (rows - 1)) / rows);
  const tileWidth = Math.min(roomX, roomY * widest);
  const tileHeight = Math.min(roomY, roomX / narrowest);
  return { columns, rows, tileWidth: Math.floor(tileWidth), tileHeight: Math.floor(tileHeight) };
}

function isBetter(next: Packing, best: Packing, count: number): boolean {
  const [nextArea, bestArea] = [next.tileWidth * next.tileHeight, best.tileWidth * best.tileHeight];
  if (nextArea !== bestArea) return nextArea > bestArea;
  return next.columns * next.rows - count < best.columns * best.rows - count;
}
