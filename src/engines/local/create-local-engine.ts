import type { Engine } from '../engine.js';
import { LocalEngine, type LocalEngineParts } from './local-engine.js';
import { toSettings, type LocalEngineOptions, type LocalSettings } from './options.js';
import type { Transport } from './transport.js';

/**
 * Throws `invalid-argument` (a CallError) for options that are not as {@link LocalEngineOptions} says.
 * @param parts for tests: another `identify` is another browser
 */
export function createLocalEngine(options: LocalEngineOptions = {}, parts: Pick<LocalEngineParts, 'identify'> = {}): Engine {
  const settings = toSettings(options);
  return new LocalEngine({ ...settings, ...parts, makeTransport: () => makeTransport(settings) });
}

/** A page loads the way that its login takes. */
async function makeTransport({ transport, relayUrl, relayToken }: LocalSettings): Promise<Transport> {
  switch (transport) {
    case 'broadcast': return new (await import('./broadcast-channel-transport.js')).BroadcastChannelTransport();
    case 'relay': return new (await import('./websocket-transport.js')).WebSocketTransport(relayUrl, { token: relayToken });
    case 'auto': return new (await import('./auto-transport.js')).AutoTransport(relayUrl, relayToken);
    default: return transport satisfies never;
  }
}
