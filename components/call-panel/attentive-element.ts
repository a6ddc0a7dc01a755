import { property } from 'lit/decorators.js';
import { AccountElement } from '../base/account-element.js';
import { askToNotify } from '../base/signals.js';

/** How a panel calls for attention. */
export abstract class AttentiveElement extends AccountElement {
  /** What rings here: `none` for silence, or the address of a sound; the built-in tone unless given. */
  @property() ringtone = '';

  /** What is heard here while somebody is called: likewise. */
  @property() ringback = '';

  /** A short sound at the end of a call, and for a busy line. */
  @property({ type: Boolean, reflect: true }) tones = false;

  /** Shows a notification while no page with the call is in view, where the person has allowed it: see {@link requestNotifications}. */
  @property({ type: Boolean, reflect: true }) notify = false;

  /** What is left out beside the sound: any of `title badge vibration wake-lock`. The provider's counts as well. */
  @property() quiet = '';

  /** Tells of missed calls before the title and on the page's icon until they are seen (`callLog.markSeen()`, or a call log in view). */
  @property({ type: Boolean, reflect: true, attribute: 'show-missed' }) showMissed = false;

  /** Asks the person to allow notifications; to be called from a gesture. `denied` where the browser has none. */
  async requestNotifications(): Promise<NotificationPermission> {
    return askToNotify();
  }
}
