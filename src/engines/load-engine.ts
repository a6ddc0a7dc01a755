import { CallError, loadErrorTable } from '../calling/errors.js';
import type { Engine } from './engine.js';
import type { LocalEngineOptions } from './local/index.js';
import type { TencentEngineOptions } from './tencent/index.js';

/** Which engine, and what it is told. */
export interface EngineOptions {
  /** 'local' unless said; or an engine that was made elsewhere, as the memory engine is. */
  readonly engine?: 'local' | 'tencent' | Engine;
  readonly local?: LocalEngineOptions;
  readonly tencent?: TencentEngineOptions;
}

/**
 * Each engine is a file of its own: a page loads the one that it asks for. Resolves with what makes it, so that nothing is
 * made when another file cannot be had. Rejects: invalid-argument, engine-unavailable.
 */
export async function loadEngine({ engine = 'local', local = {}, tencent = {} }: EngineOptions): Promise<() => Engine> {
  if (isEngine(engine)) return () => engine;
  if (engine === 'local') {
    const { createLocalEngine } = await load(() => import('./local/create-local-engine.js'));
    return () => createLocalEngine(local);
  }
  if (engine === 'tencent') {
    const { createTencentEngine } = await load(() => import('./tencent/index.js'));
    return () => createTencentEngine(tencent);
  }
  await load(loadErrorTable);
  throw new CallError('invalid-argument', { detail: "engine is 'local', 'tencent' or an Engine." });
}

/** What `import()` brings. Rejects with engine-unavailable. */
export async function load<T>(module: () => Promise<T>): Promise<T> {
  try {
    return await module();
  } catch (thrown) {
    throw new CallError('engine-unavailable', { cause: thrown });
  }
}

const isEngine = (value: unknown): value is Engine =>
  typeof value === 'object' && value !== null && hasMethods(value, 'dispose')
  && ['signaling', 'room', 'devices'].every((part) => hasMethods(Reflect.get(value, part), 'listen'));

/** `value` is an object with these methods. */
export const hasMethods = (value: unknown, ...names: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && names.every((name) => typeof Reflect.get(value, name) === 'function');
