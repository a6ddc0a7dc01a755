import type { TencentEngineOptions } from '../../src/engines/tencent/index.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

declare global {
  interface Window {
    /** Where a test's stand-in of the IM service is; set before the page loads. */
    tencentTestProxy?: unknown;
  }
}

/**
 * The engine's options. A test may lead signalling to a stand-in, from a page of this machine to this machine only: no
 * address and no other page can send a visitor's credentials elsewhere. Throws for any other value.
 */
export function engineOptions(proxy: unknown = window.tencentTestProxy, pageHost = location.hostname): TencentEngineOptions {
  if (proxy === undefined) return {};
  const url = typeof proxy === 'string' && URL.canParse(proxy) ? new URL(proxy) : undefined;
  if (!url || url.protocol !== 'ws:' || !LOOPBACK.has(url.hostname) || !LOOPBACK.has(pageHost === '::1' ? '[::1]' : pageHost)) {
    throw new Error('A test proxy is a ws: address of this machine, for a page of this machine.');
  }
  return { timOptions: { proxyServer: url.href } };
}
