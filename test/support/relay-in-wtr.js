import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** The relay, from its source, on the web test runner's own server at /relay. */
export const relayInWtr = () => {
  let relay;
  return {
    name: 'relay',
    async serverStart({ server }) {
      const { module } = await runnerImport(fileURLToPath(new URL('../../src/relay/index.ts', import.meta.url)), { configFile: false, logLevel: 'error' });
      relay = module.createRelay();
      relay.attach(server);
    },
    async serverStop() {
      await relay?.close();
    },
  };
};
