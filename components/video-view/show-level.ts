/** Above this somebody speaks. */
const SPEAKING = 8;

/** Writes a level to the ring and the halo of a view, straight to their style: it comes ten times a second. */
export function showLevel(root: ParentNode, volume: number): void {
  const speaks = volume > SPEAKING;
  root.querySelector<HTMLElement>('.ring')?.style.setProperty('opacity', speaks ? '1' : '0');
  const halo = root.querySelector<HTMLElement>('.halo');
  halo?.style.setProperty('opacity', speaks ? '0.35' : '0');
  halo?.style.setProperty('transform', `scale(${1 + Math.min(volume, 100) / 220})`);
}
