export { createRelay, type Relay, type RelayOptions, type UpgradableServer } from './relay.js';
export { relayPlugin, type RelayPlugin, type RelayPluginOptions, type ViteServerLike } from './vite-plugin.js';
export { originList, sameHost, type OriginCheck } from './origins.js';
export { DEFAULT_LIMITS, type RelayLimits } from './limits.js';
export { DEFAULT_RELAY_PATH, type Login, type Peer } from '../engines/local/relay-protocol.js';
