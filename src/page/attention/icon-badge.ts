import { Claims } from './claims.js';

/** What stands on the page's icon: a call, or how many were missed. */
export interface IconMark {
  readonly rings: boolean;
  /** Whole, 0 or more. */
  readonly missed: number;
}

/** Pixels; browsers make it smaller. */
const SIZE = 64;
/** How the page's own icons are called while another one stands for them: nothing that a browser knows. */
const KEPT = 'trtc-kept-icon';

const claims = new Claims<IconMark>((mark) => {
  favicon.show(mark ? textOf(mark) : '');
  showOnApp(mark);
});

/** What one element wants on the icon of the page, and of the installed application (W3C Badging API). */
export class IconBadge {
  #shown = '';

  show(mark: IconMark): void {
    const isNothing = !mark.rings && mark.missed === 0;
    const next = isNothing ? '' : `${mark.rings} ${mark.missed}`;
    // The application's own badge is left alone by whoever has nothing to say.
    if (next === this.#shown) return;
    this.#shown = next;
    claims.set(this, isNothing ? undefined : mark);
  }
}

const textOf = ({ rings, missed }: IconMark): string => (rings ? '•' : missed > 9 ? '9+' : String(missed));

/** The page's icon with a red mark in its corner. */
class Favicon {
  #text = '';
  #link: HTMLLinkElement | null = null;
  readonly #kept = new Map<HTMLLinkElement, string>();
  #drawing = 0;
  /** The page's policy allows no drawn picture (img-src data:). Each further try would only be reported again. */
  #isRefused = false;

  show(text: string): void {
    if (text === this.#text || this.#isRefused) return;
    this.#text = text;
    this.#drawing += 1;
    if (text === '') this.#end();
    else void this.#draw(text, this.#drawing);
  }

  async #draw(text: string, turn: number): Promise<void> {
    const own = icons().findLast((link) => link !== this.#link) ?? [...this.#kept.keys()].at(-1);
    const href = badgeOn(text, await pictureOf(own?.href));
    if (href === '') return;
    this.#isRefused = !await pictureOf(href);
    if (this.#isRefused || turn !== this.#drawing) return;
    for (const link of icons()) if (link !== this.#link) this.#keep(link);
    this.#link ??= document.createElement('link');
    this.#link.rel = 'icon';
    this.#link.href = href;
    document.head.append(this.#link);
  }

  #end(): void {
    this.#link?.remove();
    this.#link = null;
    for (const [link, rel] of this.#kept) link.rel = rel;
    this.#kept.clear();
  }

  #keep(link: HTMLLinkElement): void {
    this.#kept.set(link, link.rel);
    link.rel = KEPT;
  }
}

const favicon = new Favicon();

const icons = (): readonly HTMLLinkElement[] => [...document.head.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')];

/** null for a picture that is not to be had, or that a canvas may not use. */
async function pictureOf(address: string | undefined): Promise<HTMLImageElement | null> {
  if (!address) return null;
  const image = new Image(SIZE, SIZE);
  image.crossOrigin = 'anonymous';
  image.src = address;
  return image.decode().then(() => image, () => null);
}

function badgeOn(text: string, picture: HTMLImageElement | null): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [SIZE, SIZE];
  const context = canvas.getContext('2d');
  if (!context) return '';
  if (picture) context.drawImage(picture, 0, 0, SIZE, SIZE);
  const radius = picture ? SIZE * 0.3 : SIZE * 0.42;
  const centre = picture ? SIZE - radius : SIZE / 2;
  context.fillStyle = '#d92d20';
  context.beginPath();
  context.arc(centre, centre, radius, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = '#fff';
  context.font = `bold ${radius * 1.3}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, centre, centre + radius * 0.08);
  return canvas.toDataURL();
}

/** Only an installed application has such a badge; elsewhere browsers resolve or refuse, and nothing is lost. */
function showOnApp(mark: IconMark | undefined): void {
  if (!('setAppBadge' in navigator)) return;
  const done = !mark ? navigator.clearAppBadge() : mark.missed > 0 ? navigator.setAppBadge(mark.missed) : navigator.setAppBadge();
  done.catch(() => undefined);
}
