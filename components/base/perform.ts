import type { Calling } from '../../src/calling/calling.js';
import { CallError, ERRORS, SUCCESS, type ActionCallback } from '../../src/calling/errors.js';
import { TrtcErrorEvent } from '../events/document-events.js';
import type { RequestEvent } from '../events/request-event.js';

type Command = (calling: Calling) => Promise<ActionCallback | void> | void;

const DONE: ActionCallback = { code: SUCCESS, desc: '' };

/**
 * The road of every gesture: the request event first, the command only if nobody prevented it. Resolves with the
 * command's answer, or undefined when it was prevented. A refusal also leaves `host` as `trtc-error`, so that an
 * application hears of it in one place.
 */
export async function perform<T>(
  host: HTMLElement, calling: Calling | undefined, request: RequestEvent<T>, command: Command,
): Promise<ActionCallback | undefined> {
  if (!host.dispatchEvent(request)) return undefined;
  const answer = await carryOut(calling, command);
  const isRefused = answer.code !== SUCCESS && answer.code !== ERRORS.aborted.code;
  if (isRefused) host.dispatchEvent(new TrtcErrorEvent({ code: answer.code, msg: answer.desc }));
  return answer;
}

/** The same road for what the browser does by itself: a refusal leaves `host` as `trtc-error` (`not-supported`). */
export async function performInPage<T>(host: HTMLElement, request: RequestEvent<T>, task: () => Promise<unknown>): Promise<boolean> {
  if (!host.dispatchEvent(request)) return false;
  try {
    await task();
    return true;
  } catch (error) {
    const { code, desc } = ERRORS['not-supported'];
    host.dispatchEvent(new TrtcErrorEvent({ code, msg: error instanceof Error ? `${desc} ${error.message}` : desc }));
    return false;
  }
}

async function carryOut(calling: Calling | undefined, command: Command): Promise<ActionCallback> {
  if (!calling) return { code: ERRORS['not-logged-in'].code, desc: ERRORS['not-logged-in'].desc };
  try {
    return (await command(calling)) ?? DONE;
  } catch (error) {
    const { code, message } = CallError.from(error);
    return { code, desc: message };
  }
}
