import type { IncomingMessage } from 'node:http';

/** Whether the page at `origin` may use the relay; undefined when the client is not a browser. */
export type OriginCheck = (origin: string | undefined, request: IncomingMessage) => boolean;

/** Names and addresses of this machine, as a URL writes them. */
export const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/;

function hostnameOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return '';
  }
}

/**
 * The page comes from the relay's own host, or both are on this machine. Keeps other sites in the same browser from
 * using a developer's relay.
 */
export const sameHost: OriginCheck = (origin, { headers }) => {
  if (origin === undefined) return true;
  const page = hostnameOf(origin);
  const relay = hostnameOf(`http://${headers.host ?? ''}`);
  return page !== '' && (page === relay || (LOOPBACK.test(page) && LOOPBACK.test(relay)));
};

/** `allowed`: origins such as `https://app.example.com`, besides {@link sameHost}. */
export const originList = (allowed: readonly string[]): OriginCheck =>
  (origin, request) => sameHost(origin, request) || (origin !== undefined && allowed.includes(origin));
