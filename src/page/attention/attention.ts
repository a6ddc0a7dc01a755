import type { NotificationWords } from './call-notification.js';
import { IconBadge } from './icon-badge.js';
import type { Tone } from './melodies.js';
import { RingNotification } from './ring-notification.js';
import { SoleSounder, type SoundState } from './sole-sounder.js';
import { Sound } from './sounds.js';
import { TitleBadge } from './title-badge.js';
import { Vibration } from './vibration.js';
import { WakeLock } from './wake-lock.js';
import type { NotificationAction } from './worker-messages.js';

/** What an element wants people to notice now. */
export interface AttentionWish {
  /** Names the call, the same in every page that shows it; '' for none. */
  readonly key: string;
  /** What sounds as long as it is so; '' nothing. */
  readonly tone: '' | 'ring' | 'ringback';
  /** '' the built-in tone, `none` silence, else the address of a sound. */
  readonly sound: string;
  /** A sound that is heard once for each `onceKey`: a busy line, the end. */
  readonly once: '' | Extract<Tone, 'busy' | 'end'>;
  readonly onceKey: string;
  /** The chosen output; '' the browser's own. */
  readonly output: string;
  /** Words before the page's title; '' none. */
  readonly title: string;
  /** Missed calls that nobody has looked at, told before the title and on the icon. */
  readonly missed: number;
  /** Marks the page's icon. */
  readonly badge: boolean;
  readonly vibrates: boolean;
  /** Keeps the screen on. */
  readonly awake: boolean;
  /** Shown while no page with the call is in view; null for none. */
  readonly notification: NotificationWords | null;
}

/** Everything by which a page calls for attention, for one element, as it wishes. */
export class Attention {
  readonly #onState: (state: SoundState) => void;
  readonly #onAction: (action: NotificationAction) => void;
  readonly #title = new TitleBadge();
  readonly #icon = new IconBadge();
  readonly #vibration = new Vibration();
  readonly #wakeLock = new WakeLock();
  #sounder: SoleSounder | null = null;
  #sounding = '';
  #once: Sound | null = null;
  #heardOnce = '';
  #notification: RingNotification | null = null;
  #notified = '';

  constructor(onState: (state: SoundState) => void, onAction: (action: NotificationAction) => void) {
    this.#onState = onState;
    this.#onAction = onAction;
  }

  /** Asks again whether sound is allowed; to be called from a gesture. */
  hear(): void {
    void this.#sounder?.look();
  }

  set(wish: AttentionWish): void {
    this.#setSound(wish);
    this.#setOnce(wish);
    this.#title.show(wish.title);
    this.#icon.show({ rings: wish.badge && wish.tone === 'ring', missed: wish.badge ? wish.missed : 0 });
    this.#vibration.shake(wish.vibrates);
    this.#wakeLock.keep(wish.awake);
    this.#setNotification(wish);
  }

  /** Silence, and everything as the page had it. */
  dispose(): void {
    this.#sounder?.stop();
    this.#sounder = null;
    this.#once?.stop();
    this.#notification?.close();
    this.#title.show('');
    this.#icon.show({ rings: false, missed: 0 });
    this.#vibration.shake(false);
    this.#wakeLock.keep(false);
  }

  #setSound({ key, tone, sound, output }: AttentionWish): void {
    const wanted = tone === '' || sound === 'none' ? '' : `${tone} ${key} ${sound}`;
    if (wanted === this.#sounding) return;
    this.#sounding = wanted;
    this.#sounder?.stop();
    this.#sounder = null;
    if (wanted === '' || tone === '') return;
    this.#sounder = new SoleSounder(`${tone} ${key}`, new Sound({ tone, address: sound, output, loop: true }), this.#onState);
  }

  #setOnce({ once, onceKey, output }: AttentionWish): void {
    if (once === '' || onceKey === this.#heardOnce) return;
    this.#heardOnce = onceKey;
    this.#once?.stop();
    this.#once = new Sound({ tone: once, address: '', output, loop: false });
    // A browser that holds it back has nothing to be told later: the moment is over.
    void this.#once.start().then((heard) => heard || this.#once?.stop());
  }

  #setNotification({ key, tone, notification }: AttentionWish): void {
    const wanted = tone === 'ring' ? key : '';
    if (wanted !== this.#notified) {
      this.#notification?.close();
      this.#notification = wanted === '' ? null : new RingNotification(key, this.#onAction);
      this.#notified = wanted;
    }
    this.#notification?.set(notification);
  }
}
