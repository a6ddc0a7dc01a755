import type { Calling } from '../../src/calling/calling.js';
import type { CallingOptions } from '../../src/trtc-calling.js';

/** The page's one Calling. The core is loaded only now, so that a page with a provider of its own never fetches it twice. */
export async function sharedCalling(options?: CallingOptions): Promise<Calling> {
  const { TRTCCalling } = await import('../../src/trtc-calling.js');
  return TRTCCalling.sharedInstance(options);
}
