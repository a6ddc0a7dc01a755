import { property } from 'lit/decorators.js';
import type { Calling } from '../../src/calling/calling.js';
import { objectWith } from './attributes.js';
import { CallingController } from './calling-controller.js';
import { LocalizedElement } from './localized-element.js';
import { sharedCalling } from './shared-calling.js';

/** The ground of every element that shows or steers a call: it knows which Calling it works with. */
export abstract class TrtcElement extends LocalizedElement {
  readonly #source = new CallingController(this, () => this.fallbackCalling());

  /** The Calling in use: the one set here, else the provider's, else the page's shared one. `undefined` until it is there. */
  @property({ attribute: false, converter: objectWith('subscribe') })
  get calling(): Calling | undefined {
    return this.#source.calling;
  }

  set calling(calling: Calling | undefined) {
    this.#source.use(calling);
  }

  /** No provider around and none set: this element works with the page's shared Calling. */
  protected get standsAlone(): boolean {
    return this.#source.isShared;
  }

  /** Where the Calling comes from when there is no provider. */
  protected fallbackCalling(): Promise<Calling> {
    return sharedCalling();
  }
}
