import type { Calling } from '../../src/calling/calling.js';
import { CODES, CallError, SUCCESS, loadErrorTable, type ActionCallback, type CallErrorName } from '../../src/calling/errors.js';
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
  const isRefused = answer.code !== SUCCESS && answer.code !== CODES.aborted;
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
    const { code, message } = await failed('not-supported', error instanceof Error ? { detail: error.message } : {});
    host.dispatchEvent(new TrtcErrorEvent({ code, msg: message }));
    return false;
  }
}

/** A failure that no TRTCCalling has a part in, and so the sentences may not be there yet. */
async function failed(reason: CallErrorName, options: { readonly detail?: string } = {}): Promise<CallError> {
  // Without them the name of the failure has to do.
  await loadErrorTable().catch((thrown: unknown) => reportError(thrown));
  return new CallError(reason, options);
}

async function carryOut(calling: Calling | undefined, command: Command): Promise<ActionCallback> {
  try {
    if (!calling) throw await failed('not-logged-in');
    return (await command(calling)) ?? DONE;
  } catch (error) {
    const { code, message } = CallError.from(error);
    return { code, desc: message };
  }
}
