import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** The relay, from its source, on the web test runner's own server at /relay. */
export const relayInWtr = () => {
  /** @type {import('../../src/relay/index.js').Relay | undefined} */
  let relay;
  return {
    name: 'relay',
    /** @param {{ server: import('node:http').Server }} runner */
    async serverStart({ server }) {
      const { module } = await runnerImport(fileURLToPath(new URL('../../src/relay/index.ts', import.meta.url)), { configFile: false, logLevel: 'error' });
      const started = module.createRelay();
      started.attach(server);
      relay = started;
    },
    async serverStop() {
      await relay?.close();
    },
  };
};
