import { UnofficialImServer } from './unofficial-im-server.js';

/** Where a test page asks for the address. */
export const ADDRESS_PATH = '/__im-stand-in';

/**
 * The unofficial, local stand-in of the IM service in the web test runner's process.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export const imStandInWtr = () => {
  /** @type {UnofficialImServer | undefined} */
  let server;
  return {
    name: 'im-stand-in',
    async serverStart() {
      server = await UnofficialImServer.start();
    },
    async serverStop() {
      await server?.close();
    },
    serve({ path }) {
      return path === ADDRESS_PATH && server ? { body: JSON.stringify({ url: server.url }), type: 'json' } : undefined;
    },
  };
};
