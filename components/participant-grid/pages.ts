import { packTiles, type Space } from './pack-tiles.js';

/** How many tiles a page holds, and how many pages that makes. */
export interface Pages {
  readonly size: number;
  readonly count: number;
}

export interface PageWishes {
  readonly gap: number;
  /** The narrowest that a tile may be, px. */
  readonly smallest: number;
  /** The most tiles on one page. */
  readonly most: number;
}

/** What the buttons for turning pages take of the height, px. */
export const PAGER = 52;
/** The lowest tile, as a part of the narrowest. */
const LOWEST = 9 / 16;
/** The shape of a tile in a strip where there is room; in a row it gets as narrow, in a column as flat as these before anybody is left out. */
export const STRIP_RATIO = 16 / 9;
const STRIP_NARROWEST = 3 / 4;
const STRIP_FLATTEST = 2;

/** All on one page where the tiles are large enough for it; else pages, even ones if that can be, with room for the buttons. */
export function pagesOf(space: Space, total: number, wishes: PageWishes): Pages {
  if (total === 0 || space.width <= 0 || space.height <= 0) return { size: 0, count: 1 };
  if (total <= wishes.most && isLargeEnough(space, total, wishes)) return { size: total, count: 1 };
  const left = { width: space.width, height: Math.max(1, space.height - PAGER) };
  let size = Math.min(total, wishes.most);
  while (size > 1 && !isLargeEnough(left, size, wishes)) size -= 1;
  const count = Math.ceil(total / size);
  const even = Math.ceil(total / count);
  return { size: isLargeEnough(left, even, wishes) ? even : size, count };
}

function isLargeEnough(space: Space, count: number, { gap, smallest }: PageWishes): boolean {
  const { tileWidth, tileHeight } = packTiles(space, count, { gap });
  return tileWidth >= smallest && tileHeight >= Math.floor(smallest * LOWEST);
}

export interface Strip extends Pages {
  readonly tileWidth: number;
  readonly tileHeight: number;
}

/** One line along the longer side. Where not all fit, the last place says how many more there are. */
export function stripOf({ width, height }: Space, total: number, gap: number): Strip {
  const isRow = width >= height;
  const tileWidth = Math.floor(isRow ? Math.min(width, height * STRIP_RATIO, Math.max(height * STRIP_NARROWEST, share(width, total, gap))) : width);
  const each = share(height, total, gap);
  const tileHeight = Math.floor(isRow ? height : Math.min(height, width / STRIP_RATIO, each < width / STRIP_FLATTEST ? height : each));
  const [length, tile] = isRow ? [width, tileWidth] : [height, tileHeight];
  if (total === 0 || tile <= 0) return { size: 0, count: 1, tileWidth, tileHeight };
  const places = Math.max(1, Math.floor((length + gap) / (tile + gap)));
  if (places >= total) return { size: total, count: 1, tileWidth, tileHeight };
  const size = Math.max(1, places - 1);
  return { size, count: Math.ceil(total / size), tileWidth, tileHeight };
}

/** What each of `total` gets of a length. */
const share = (length: number, total: number, gap: number): number => (length - gap * (total - 1)) / Math.max(1, total);

/** What is on page `index`. */
export const pageOf = <T>(items: readonly T[], { size }: Pages, index: number): readonly T[] => items.slice(index * size, (index + 1) * size);
