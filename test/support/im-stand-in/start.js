/** Runs the unofficial, local stand-in by itself: node test/support/im-stand-in/start.js [port] */
import { UnofficialImServer } from './unofficial-im-server.js';

const server = await UnofficialImServer.start(Number(process.argv[2] ?? 0));
process.stdout.write(`Unofficial, local IM stand-in (no proof about the cloud): ${server.url}/<realm>\n`);
