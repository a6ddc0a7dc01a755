import type { Calling } from '../../src/index.js';
import { until } from './wait.js';

/** The SDKs end their sockets and workers in their own time; Chromium may crash when their frame goes in the middle of it. */
const LETTING_GO_MS = 3000;

export interface SecondPage {
  readonly calling: Calling;
  close(): void;
}

/** The second user's page in a frame inside `place`, with a copy of the SDKs of its own. Rejects: timed-out, aborted. */
export async function secondCalling(place: HTMLElement, signal: AbortSignal): Promise<SecondPage> {
  const frame = document.createElement('iframe');
  frame.title = 'self-check-partner';
  frame.allow = 'camera; microphone; autoplay';
  frame.src = new URL('./self-check-partner.html', document.baseURI).href;
  place.append(frame);
  try {
    await until(() => frame.contentWindow?.selfCheckPartner !== undefined, 'the second page to load', signal, 30_000);
    const calling = await frame.contentWindow?.selfCheckPartner;
    if (!calling) throw new Error('The second page is gone.');
    return {
      calling,
      close() {
        calling.destroy();
        frame.hidden = true;
        setTimeout(() => frame.remove(), LETTING_GO_MS);
      },
    };
  } catch (error) {
    frame.remove();
    throw error;
  }
}
