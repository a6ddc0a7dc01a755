import type { CallingOptions } from '../../src/trtc-calling.js';
import type { Account } from './session-keeper.js';

export type EngineName = '' | 'local' | 'tencent';
export type TransportName = '' | 'auto' | 'broadcast' | 'relay';

/** The attributes that say who is to be logged in, and over what. Shared by the provider and the panel. */
export interface AccountAttributes {
  readonly engine: EngineName;
  readonly sdkAppId: number;
  readonly userId: string;
  readonly userSig: string;
  readonly relayUrl: string;
  readonly relayToken: string;
  readonly transport: TransportName;
  readonly ringTimeout: number;
  readonly withoutLog: boolean;
}

/** What a Calling is made with. Values that nobody could mean are left for TRTCCalling to refuse. */
export function optionsOf({ engine, relayUrl, relayToken, transport, ringTimeout, withoutLog }: AccountAttributes): CallingOptions {
  const local = { ...(relayUrl && { relayUrl }), ...(relayToken && { relayToken }), ...(transport && { transport }) };
  return {
    ...(engine && { engine }),
    ...(Object.keys(local).length > 0 && { local }),
    ...(ringTimeout !== 0 && { ringTimeout }),
    ...(withoutLog && { callLog: false }),
  };
}

/** Nobody as long as something that the engine needs is missing: for tencent all three, for local the user id. */
export function accountOf({ engine, sdkAppId, userId, userSig }: AccountAttributes): Account | undefined {
  if (userId === '') return undefined;
  if (engine === 'tencent' && (sdkAppId === 0 || userSig === '')) return undefined;
  return { sdkAppId, userId, userSig };
}
