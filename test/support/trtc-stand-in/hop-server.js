/** UNOFFICIAL AND LOCAL: what one socket says, all others hear. On loopback only; for hop.ts. */
import { WebSocket, WebSocketServer } from 'ws';

/**
 * @param {number} [port] any free one unless said
 * @returns {Promise<{ readonly url: string, close(): Promise<void> }>}
 */
export async function startHop(port = 0) {
  const server = new WebSocketServer({ host: '127.0.0.1', port });
  server.on('connection', (socket) => {
    socket.on('message', (word) => {
      for (const other of server.clients) if (other !== socket && other.readyState === WebSocket.OPEN) other.send(String(word));
    });
  });
  await new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The hop has no address.');
  return {
    url: `ws://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => {
      for (const socket of server.clients) socket.terminate();
      server.close(() => resolve());
    }),
  };
}
