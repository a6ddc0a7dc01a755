import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';

export interface TurnServer {
  readonly port: number;
  /**
   * Credentials that coturn takes for so long (the "REST API" for TURN that coturn and others implement: the user name is
   * the time of its end, the credential a signature of it).
   */
  credentials(seconds: number, userId: string): { readonly username: string; readonly credential: string };
  /** What it has said. */
  log(): string;
  stop(): Promise<void>;
}

/** A STUN binding request (RFC 8489 section 5). */
const BINDING_REQUEST = Buffer.concat([Buffer.from([0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42]), randomBytes(12)]);

/** coturn on loopback, for UDP, with a secret of its own. */
export async function startTurnServer(program: string): Promise<TurnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'trtc-calling-turn-'));
  const secret = randomBytes(16).toString('hex');
  const port = await freePort();
  const child = spawn(program, [
    '-n', '--no-cli', '--no-tls', '--no-dtls', '--no-tcp', '--fingerprint', '--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', `--listening-port=${port}`,
    '--realm=calls.test', '--use-auth-secret', `--static-auth-secret=${secret}`, '--allow-loopback-peers', '--verbose',
    '--log-file=stdout', '--simple-log', `--pidfile=${join(folder, 'pid')}`, `--userdb=${join(folder, 'users')}`,
  ], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const ended = once(child, 'close');
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  if (!await answers(port)) {
    await stop();
    throw new Error(`coturn did not answer. It said:\n${said}`);
  }
  return {
    port, stop, log: () => said,
    credentials(seconds, userId) {
      const username = `${Math.floor(Date.now() / 1000) + seconds}:${userId}`;
      return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
    },
  };
}

/** Asks until it answers. */
async function answers(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  // Nobody listens there yet: that is what is being found out.
  socket.on('error', () => {});
  const answer = once(socket, 'message').then(() => true);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    socket.send(BINDING_REQUEST, port, '127.0.0.1');
    if (await Promise.race([answer, new Promise<false>((resolve) => { setTimeout(() => resolve(false), 100); })])) {
      socket.close();
      return true;
    }
  }
  socket.close();
  return false;
}
