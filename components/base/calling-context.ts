import { createContext } from '@lit/context';
import type { Calling } from '../../src/calling/calling.js';

/**
 * How a `<trtc-calling-provider>` gives its Calling to the elements inside it. `undefined` says: there is a provider,
 * and its Calling is still being made. The registered symbol lets two copies of this package meet in one page.
 */
export const callingContext = createContext<Calling | undefined>(Symbol.for('trtc-calling-elements/calling'));
