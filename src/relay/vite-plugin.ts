import { createRelay, type RelayOptions, type UpgradableServer } from './relay.js';

/** What the plugin needs of Vite's dev and preview servers; so this package does not need Vite. */
export interface ViteServerLike {
  /** null in middleware mode: then there is no server of Vite's to mount on. */
  readonly httpServer: (UpgradableServer & { once(event: 'close', listener: () => void): unknown }) | null;
}

export interface RelayPluginOptions extends RelayOptions {
  /** Default `/relay`. */
  readonly path?: string;
}

export interface RelayPlugin {
  readonly name: string;
  configureServer(server: ViteServerLike): void;
  configurePreviewServer(server: ViteServerLike): void;
}

/** A Vite plugin: the relay on Vite's own port, in development and preview. Vite's own WebSocket is left alone. */
export function relayPlugin({ path, ...options }: RelayPluginOptions = {}): RelayPlugin {
  const mount = ({ httpServer }: ViteServerLike): void => {
    if (!httpServer) return;
    const relay = createRelay(options);
    relay.attach(httpServer, path);
    httpServer.once('close', () => void relay.close());
  };
  return { name: 'trtc-calling-relay', configureServer: mount, configurePreviewServer: mount };
}
