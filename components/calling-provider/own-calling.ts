import type { ReactiveControllerHost } from 'lit';
import type { Calling } from '../../src/calling/calling.js';
import { CallError } from '../../src/calling/errors.js';
import { optionsOf, type AccountAttributes } from '../base/account-attributes.js';
import { TrtcErrorEvent } from '../events/document-events.js';

export type OwnCallingHost = AccountAttributes & ReactiveControllerHost & HTMLElement;

/** The TRTCCalling that a provider makes for itself, and destroys when it is not needed any more. */
export class OwnCalling {
  readonly #host: OwnCallingHost;
  readonly #onChange: (calling: Calling | undefined) => void;
  #calling: Calling | undefined;
  /** The options in use or under way, as text; '' for none. */
  #options = '';
  #isWaiting = false;

  constructor(host: OwnCallingHost, onChange: (calling: Calling | undefined) => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  get calling(): Calling | undefined {
    return this.#calling;
  }

  /** Sees to it that there is one made with the host's options, or none. New options wait for the end of a call. */
  keep(wanted: boolean): void {
    const options = wanted ? JSON.stringify(optionsOf(this.#host)) : '';
    if (options === this.#options) return;
    if (wanted && this.#calling?.state.call) {
      this.#whenIdle(this.#calling);
      return;
    }
    this.#options = options;
    this.#calling?.destroy();
    this.#calling = undefined;
    if (wanted) this.#make(options).catch((error: unknown) => this.#report(error));
  }

  async #make(options: string): Promise<void> {
    const { TRTCCalling } = await import('../../src/trtc-calling.js');
    if (options !== this.#options) return;
    const calling = await TRTCCalling.create(optionsOf(this.#host));
    if (options !== this.#options) {
      calling.destroy();
      return;
    }
    this.#calling = calling;
    this.#onChange(calling);
    this.#host.requestUpdate();
  }

  #whenIdle(calling: Calling): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    const stop = calling.subscribe((isOn: boolean) => {
      if (isOn) return;
      stop();
      this.#isWaiting = false;
      this.#host.requestUpdate();
    }, { selector: ({ call }) => call !== null });
  }

  #report(error: unknown): void {
    const { code, message } = CallError.from(error);
    this.#host.dispatchEvent(new TrtcErrorEvent({ code, msg: message }));
  }
}
