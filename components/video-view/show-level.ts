/** Above this somebody speaks. */
const SPEAKING = 8;

/**
 * Writes a voice's level to the ring and the halo under `root`, straight to their style: it comes ten times a second. The
 * ring is written only when speaking begins or ends. `covered` says that a picture hides the halo.
 */
export function levelWriter(root: ParentNode): (volume: number, covered?: boolean) => void {
  const ring = root.querySelector<HTMLElement>('.ring');
  const halo = root.querySelector<HTMLElement>('.halo');
  const swell = root.querySelector<HTMLElement>('.swell');
  let spoke: boolean | undefined;
  return (volume, covered = false) => {
    const speaks = volume > SPEAKING;
    if (speaks !== spoke) {
      ring?.style.setProperty('opacity', speaks ? '1' : '0');
      halo?.style.setProperty('opacity', speaks ? '0.35' : '0');
      // A layer of its own for as long as it swells: another size is then the compositor's business alone.
      swell?.style.setProperty('will-change', speaks ? 'transform' : 'auto');
      spoke = speaks;
    }
    if (speaks && !covered) swell?.style.setProperty('transform', `scale(${1 + Math.min(volume, 100) / 220})`);
  };
}
