/** Two short pulses and a rest, ms, as long as it rings. */
const PATTERN = [200, 100, 200, 1500];

/** Lets a phone shake until it is told to stop. Browsers allow it to a visible page that somebody has touched. */
export class Vibration {
  #timer: ReturnType<typeof setInterval> | undefined;

  shake(on: boolean): void {
    if (on === (this.#timer !== undefined) || typeof navigator.vibrate !== 'function') return;
    if (on) {
      this.#timer = setInterval(pulse, PATTERN.reduce((sum, ms) => sum + ms, 0));
      pulse();
    } else {
      clearInterval(this.#timer);
      this.#timer = undefined;
      if (mayShake()) navigator.vibrate(0);
    }
  }
}

// Asking without permission would only leave a complaint in the console.
const mayShake = (): boolean => navigator.userActivation?.hasBeenActive ?? true;

function pulse(): void {
  if (mayShake() && document.visibilityState === 'visible') navigator.vibrate(PATTERN);
}
