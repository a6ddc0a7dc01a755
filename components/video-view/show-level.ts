/** Above this somebody speaks. */
const SPEAKING = 8;

/**
 * Writes a voice's level to the ring and the halo under `root`, straight to their style: it comes ten times a second. The
 * ring is written only when speaking begins or ends.
 */
export function levelWriter(root: ParentNode): (volume: number) => void {
  const ring = root.querySelector<HTMLElement>('.ring');
  const halo = root.querySelector<HTMLElement>('.halo');
  const swell = root.querySelector<HTMLElement>('.swell');
  let spoke: boolean | undefined;
  return (volume) => {
    const speaks = volume > SPEAKING;
    if (speaks !== spoke) {
      ring?.style.setProperty('opacity', speaks ? '1' : '0');
      halo?.style.setProperty('opacity', speaks ? '0.35' : '0');
      spoke = speaks;
    }
    if (speaks) swell?.style.setProperty('transform', `scale(${1 + Math.min(volume, 100) / 220})`);
  };
}
