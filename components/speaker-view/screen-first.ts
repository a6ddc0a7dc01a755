/**
 * Tells when a shared screen is to have the stage of somebody who was pinned before it came. A pin set while the screen is
 * there is a choice between the two, and stays.
 */
export class ScreenFirst {
  #sharer: string | undefined;

  /** `sharer`: who shares now, '' for nobody. Whether somebody began to share since the last time it was asked. */
  hasCome(sharer: string): boolean {
    const before = this.#sharer;
    this.#sharer = sharer;
    return before !== undefined && sharer !== '' && sharer !== before;
  }
}
