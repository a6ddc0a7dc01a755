import type { DelegateEvent, DelegateEventMap, DelegateCall } from '../delegate.js';
import { CODES, describe, type CallErrorName } from '../errors.js';
import type { Failure } from './call-events.js';
import type { Devices, Session } from './call-state.js';
import { copyCall, copyDevices, copyState, DEVICE_COPIES } from './copies.js';
import type { CoreCall, CoreState } from './core-state.js';
import type { Effect } from './effect.js';
import { patch } from './frozen.js';

/** A row of the error table as data. */
export const failure = (reason: CallErrorName): Failure => ({ reason, code: CODES[reason], desc: describe(reason) });

/**
 * One run of the reducer: the state so far and the effects so far. It lives for one event and leaves nothing behind, so
 * the reducer is pure while its rooms may speak in statements.
 */
export class Turn {
  state: CoreState;
  readonly effects: Effect[] = [];
  /** When the event happened, ms since the epoch. */
  readonly at: number;

  constructor(state: CoreState, at: number) {
    this.state = state;
    this.at = at;
  }

  patch(changes: Partial<CoreState>): void {
    this.state = patch(this.state, changes, copyState);
  }

  patchSession(changes: Partial<Session>): void {
    this.patch({ session: patch(this.state.session, changes) });
  }

  /** Does nothing when there is no call. */
  patchCall(changes: Partial<CoreCall>): void {
    const { call } = this.state;
    if (!call) return;
    // Nearly every event comes by here: past the comparison of names and values, which is slow for objects of many shapes.
    const next = patch(call, changes, copyCall);
    if (next === call) return;
    const state = copyState(this.state);
    state.call = next;
    this.state = Object.freeze(state);
  }

  patchDevice<K extends keyof Devices>(kind: K, changes: Partial<Devices[K]>): void {
    const { devices } = this.state;
    const device: Partial<Devices> = {};
    device[kind] = patch(devices[kind], changes, DEVICE_COPIES[kind]);
    this.patch({ devices: patch(devices, device, copyDevices) });
  }

  run(effect: Effect): void {
    this.effects.push(effect);
  }

  emit<K extends DelegateEvent>(type: K, params: DelegateEventMap[K]): void {
    // The pair is one row of the map; TypeScript cannot follow a generic key into a union.
    this.effects.push({ type: 'emit', call: { type, params } as DelegateCall });
  }

  /** Settles a waiting promise; number 0 waits for nothing. */
  settle(command: number, failed: Failure | null = null): void {
    if (command !== 0) this.effects.push({ type: 'settle', command, failure: failed });
  }

  refuse(command: number, reason: CallErrorName): void {
    this.settle(command, failure(reason));
  }
}
