import { WebSocketServer } from 'ws';

/**
 * The least that carries texts between pages: each goes to all others, at /bare.
 * @param {import('node:http').Server} server
 */
export function attachBareHub(server) {
  const hub = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/bare') return;
    hub.handleUpgrade(request, socket, head, (one) => {
      one.on('message', (text) => { for (const other of hub.clients) if (other !== one) other.send(String(text)); });
    });
  });
  return () => {
    for (const one of hub.clients) one.terminate();
    hub.close();
  };
}
