import type { CDPSession } from '@playwright/test';
import type { Caller } from './caller.js';

/** What a page holds after everything that nobody needs has been collected. */
export interface Weight {
  /** Bytes of JavaScript. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Objects alive, in use or not. */
  readonly peerConnections: number;
  readonly trackObjects: number;
  readonly webSockets: number;
  /** In use. */
  readonly live: number;
  readonly connections: number;
  readonly sockets: number;
  readonly timers: number;
}

/** Weighs a page with the browser's own tools (Chrome DevTools Protocol: HeapProfiler, Performance, Runtime.queryObjects). */
export async function weigh(caller: Caller): Promise<Weight> {
  const session = await caller.page.context().newCDPSession(caller.page);
  try {
    await session.send('Performance.enable');
    // Finalizers run between two collections, and let more go.
    for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    const { live, connections, sockets, timers } = await caller.books();
    return {
      heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), listeners: metric('JSEventListeners'),
      peerConnections: await countOf(session, 'RTCPeerConnection'), trackObjects: await countOf(session, 'MediaStreamTrack'), webSockets: await countOf(session, 'WebSocket'),
      live, connections, sockets, timers,
    };
  } finally {
    await session.detach();
  }
}

async function countOf(session: CDPSession, name: string): Promise<number> {
  const group = { objectGroup: 'weighing' };
  const { result: { objectId: prototypeObjectId = '' } } = await session.send('Runtime.evaluate', { expression: `${name}.prototype`, ...group });
  const { objects: { objectId = '' } } = await session.send('Runtime.queryObjects', { prototypeObjectId, ...group });
  const { result } = await session.send('Runtime.callFunctionOn', { objectId, functionDeclaration: 'function () { return this.length; }', returnByValue: true });
  await session.send('Runtime.releaseObjectGroup', group);
  return Number(result.value);
}
