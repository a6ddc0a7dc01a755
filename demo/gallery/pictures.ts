import type { MediaTrack } from '../../src/index.js';

/** They sit at a laptop; the others hold a phone upright. */
const AT_LAPTOPS: ReadonlySet<string> = new Set(['alice', 'carol', 'erin', 'heidi']);

/** A still picture for somebody: a figure before a wall, in a colour of their own. Drawn once; a canvas keeps giving it. */
const drawn = new Map<string, MediaTrack>();

export function pictureOf(userId: string): MediaTrack {
  const [wide, high] = AT_LAPTOPS.has(userId) ? [640, 360] : [480, 640];
  return remembered(`video ${userId}`, wide, high, (context, width, height) => {
    const hue = hueOf(userId);
    const across = Math.min(width, height * 0.75);
    const wall = context.createLinearGradient(0, 0, width, height);
    wall.addColorStop(0, `hsl(${hue} 34% 62%)`);
    wall.addColorStop(1, `hsl(${hue + 30} 30% 34%)`);
    context.fillStyle = wall;
    context.fillRect(0, 0, width, height);
    context.fillStyle = `hsl(${hue + 190} 34% 30%)`;
    context.beginPath();
    context.ellipse(width / 2, height * 1.02, across * 0.42, height * 0.34, 0, 0, Math.PI * 2);
    context.fill();
    context.fillStyle = `hsl(${24 + (hue % 12)} 42% ${52 + (hue % 24)}%)`;
    context.beginPath();
    context.ellipse(width / 2, height * 0.46, across * 0.17, height * 0.16, 0, 0, Math.PI * 2);
    context.fill();
    context.fillStyle = `hsl(${hue + 20} 26% 18%)`;
    context.beginPath();
    context.ellipse(width / 2, height * 0.385, across * 0.185, height * 0.115, 0, Math.PI, 0);
    context.fill();
  });
}

/** A shared screen: a window with a heading, lines and a chart. */
export function screenOf(userId: string): MediaTrack {
  return remembered(`screen ${userId}`, 1280, 720, (context, width, height) => {
    context.fillStyle = '#e8ecf3';
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#fff';
    context.fillRect(60, 50, width - 120, height - 100);
    context.fillStyle = '#1f5fd0';
    context.fillRect(110, 100, 420, 34);
    context.fillStyle = '#c3cad8';
    for (let line = 0; line < 7; line += 1) context.fillRect(110, 170 + line * 42, 380 - (line % 3) * 60, 16);
    [180, 260, 220, 340, 300, 400].forEach((bar, index) => {
      context.fillStyle = index % 2 === 0 ? '#7aa7f0' : '#1f5fd0';
      context.fillRect(640 + index * 88, height - 110 - bar, 56, bar);
    });
  });
}

function remembered(key: string, width: number, height: number, draw: (context: CanvasRenderingContext2D, width: number, height: number) => void): MediaTrack {
  const known = drawn.get(key);
  if (known) return known;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  const [track] = canvas.captureStream(1).getVideoTracks();
  if (!context || !track) throw new Error('This browser gives no picture of a canvas.');
  const paint = (): void => draw(context, width, height);
  paint();
  // A frame goes out when something is drawn; whoever attaches later needs one, too.
  setInterval(paint, 1000);
  drawn.set(key, track);
  return track;
}

function hueOf(userId: string): number {
  let hue = 0;
  for (const letter of userId || 'self') hue = (hue * 31 + letter.charCodeAt(0)) % 360;
  return hue;
}
