import type { Side } from '../pages/set-up-sides.js';

declare global {
  /** What the pages of the bench leave for who measures them. */
  interface Window {
    /** When the panel was laid out, ms since navigation. */
    laidOut?: number;
    side?: Side;
    hotPath?: { start(): void; stop(): { events: number; renders: number; strangers: number } };
    leak?: { calls(count: number): Promise<void>; live(): { connections: number; tracks: number; timers: number } };
    tencent?: { sample(way: 'bare' | 'engine'): Promise<number> };
  }
}
