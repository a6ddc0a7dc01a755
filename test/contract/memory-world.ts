import { createMemoryNetwork, type MemoryEngine } from '../../src/engines/memory/index.js';
import type { Engine } from '../../src/engines/engine.js';
import { never, until, type World } from './world.js';

const DEVICE = { audio: 'microphone', video: 'camera', screen: 'screen' } as const;

/** Engines of one network in this process, in real time. */
export async function createMemoryWorld(): Promise<World> {
  const network = createMemoryNetwork({ detectAfter: 500 });
  network.refuseLogin('refused', 'login-refused');
  const engines = new Map<Engine, MemoryEngine>();
  const disposed: MemoryEngine[] = [];
  return {
    async engine({ device } = {}) {
      const engine = network.engine(device === undefined ? {} : { device });
      engines.set(engine, engine);
      return engine;
    },
    refused: { sdkAppId: 1, userId: 'refused', userSig: '' },
    kill(engine) {
      engines.get(engine)?.crash();
      engines.delete(engine);
    },
    until,
    pass: (ms) => new Promise((resolve) => { setTimeout(resolve, ms); }),
    track: async (engine, kind) => (await engine.devices.open(DEVICE[kind], {}, never())).track,
    // Its tracks are names: there is nothing to see or to hear.
    playing: undefined,
    play: () => () => {},
    speak(engine) {
      const speaker = engines.get(engine);
      speaker?.devices.hear(60);
      for (const { room } of engines.values()) if (speaker) room.reportVolume([{ userId: speaker.userId, volume: 60 }]);
    },
    async assertReleased() {
      const open = disposed.flatMap(({ devices }) => devices.opened);
      if (open.length > 0) throw new Error(`Still open: ${open.join(', ')}`);
    },
    async close() {
      disposed.push(...engines.values());
      await Promise.all([...engines.keys()].map((engine) => engine.dispose()));
    },
  };
}
