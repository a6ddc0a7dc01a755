import { randomId } from '../../calling/random.js';
import { isToken } from './checks.js';

const KEY = 'trtc-calling:browser';

/**
 * The secret by which the pages of this origin in this browser know each other at the relay; made by the first of them.
 * '' where the browser keeps nothing or has no Web Locks: then such a page stands alone.
 */
export async function browserId(): Promise<string> {
  try {
    // Two pages that open at the same time make one, not two.
    return await navigator.locks.request(KEY, () => {
      const known = localStorage.getItem(KEY);
      if (isToken(known)) return known;
      const made = randomId();
      localStorage.setItem(KEY, made);
      return made;
    });
  } catch {
    return '';
  }
}
