import { expect } from '@open-wc/testing';
import { createMemoryNetwork, settled, VirtualClock, type MemoryEngine } from '../../src/engines/memory/index.js';
import type { RoomEvent } from '../../src/engines/engine.js';

const never = (): AbortSignal => new AbortController().signal;

describe('MemoryRoom among faults', () => {
  it('does not meet somebody whose session has just been taken away', async () => {
    const clock = new VirtualClock();
    const network = createMemoryNetwork({ clock });
    const person = async (userId: string): Promise<MemoryEngine> => {
      const engine = network.engine();
      const login = engine.signaling.login({ sdkAppId: 1, userId, userSig: '' }, never());
      await clock.advance(0);
      await login;
      const join = engine.room.join(7, never());
      await clock.advance(0);
      await join;
      return engine;
    };
    const [anna, ben] = [await person('anna'), await person('ben')];
    const events: RoomEvent[] = [];
    ben.room.listen((event) => events.push(event));
    ben.disconnect();
    // She has been told, and has not left yet.
    anna.signaling.kick('other-login');
    ben.reconnect();
    await settled();
    expect(events.filter((event) => event.type === 'entered')).to.deep.equal([]);
    await anna.room.leave();
    for (const engine of [anna, ben]) await engine.dispose();
  });
});
