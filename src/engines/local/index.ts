/**
 * The local engine: calls between browsers with nothing in between but, where the browsers are not one, a relay that
 * carries texts. Media goes from browser to browser.
 */
import type { Engine } from '../engine.js';
import { AutoTransport } from './auto-transport.js';
import { BroadcastChannelTransport } from './broadcast-channel-transport.js';
import { LocalEngine } from './local-engine.js';
import { toSettings, type LocalEngineOptions, type LocalSettings } from './options.js';
import type { Transport } from './transport.js';
import { WebSocketTransport } from './websocket-transport.js';

export type { IceServer, IceServerProvider } from './ice-servers.js';
export type { LocalEngineOptions } from './options.js';
export { captureFromBrowser, type Capture, type CaptureOptions } from '../media/capture.js';
export { createTestPicture, createTestTone, testPictureCapture, type TestPictureOptions } from '../media/test-picture.js';

/** Throws `invalid-argument` (a CallError) for options that are not as {@link LocalEngineOptions} says. */
export function createLocalEngine(options: LocalEngineOptions = {}): Engine {
  const settings = toSettings(options);
  return new LocalEngine({ ...settings, makeTransport: () => makeTransport(settings) });
}

function makeTransport({ transport, relayUrl, relayToken }: LocalSettings): Transport {
  switch (transport) {
    case 'broadcast': return new BroadcastChannelTransport();
    case 'relay': return new WebSocketTransport(relayUrl, { token: relayToken });
    case 'auto': return new AutoTransport(relayUrl, relayToken);
    default: return transport satisfies never;
  }
}
