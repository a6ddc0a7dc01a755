/**
 * The few platform names that browsers, workers and Node share and the core may use. Only the core's own
 * tsconfig includes this file; everywhere else the same names come from the DOM or Node typings.
 */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean; signal?: AbortSignal }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
  throwIfAborted(): void;
}
interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
declare const AbortController: { new (): AbortController };
declare function queueMicrotask(task: () => void): void;
declare function setTimeout(task: () => void, ms: number): unknown;
declare function clearTimeout(handle: unknown): void;
declare function reportError(error: unknown): void;
declare const crypto: { getRandomValues<T extends Uint8Array | Uint32Array>(array: T): T; randomUUID(): string };
