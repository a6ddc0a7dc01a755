/** A moving picture from a canvas; `stop` ends it. */
export function canvasTrack(width = 64, height = 36): { readonly track: MediaStreamTrack; stop(): void } {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  let frame = 0;
  const draw = (): void => {
    frame += 1;
    if (!context) return;
    context.fillStyle = `hsl(${frame * 20} 60% 50%)`;
    context.fillRect(0, 0, width, height);
  };
  draw();
  const timer = setInterval(draw, 40);
  const [track] = canvas.captureStream(25).getVideoTracks();
  if (!track) throw new Error('The canvas gives no track.');
  return { track, stop() { clearInterval(timer); track.stop(); } };
}
