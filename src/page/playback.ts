import type { MediaTrack } from '../calling/tracks.js';
import { CallError } from '../calling/errors.js';
import { Emitter } from '../engines/emitter.js';
import type { Playback } from '../engines/engine.js';
import { listDevices } from '../engines/media/device-list.js';
import { routeHere, type OutputRoute } from './output-route.js';
import type { VoiceRelay } from './voice-relay.js';

/** The browser's own output. */
const DEFAULT_OUTPUT = '';
/** How browsers name an output to be held to the ear; Chrome has the id `communications` on some systems. */
const EARPIECE = /earpiece|handset|receiver|communications/i;

interface Voice {
  readonly element: HTMLAudioElement;
  track: MediaStreamTrack;
}

/**
 * Plays the voices of the others, each by an <audio> element that is never in the page: nothing that the page does to
 * its own elements can silence a call.
 */
export class PagePlayback extends Emitter<{ readonly type: 'blocked'; readonly blocked: boolean }> implements Playback {
  readonly #route: OutputRoute;
  readonly #voices = new Map<string, Voice>();
  #relay: VoiceRelay | null = null;
  /** What `setOutput` chose. */
  #chosen = DEFAULT_OUTPUT;
  #output = DEFAULT_OUTPUT;
  #muted = false;
  #blocked = false;

  constructor(route: OutputRoute = routeHere()) {
    super();
    this.#route = route;
  }

  play(userId: string, track: MediaTrack | null): void {
    if (!(track instanceof MediaStreamTrack)) return this.#silence(userId);
    const voice = this.#voices.get(userId) ?? { element: this.#newElement(), track };
    voice.track = track;
    this.#voices.set(userId, voice);
    voice.element.srcObject = new MediaStream([track]);
    this.#relay?.play(userId, track);
    void this.#start(voice.element);
  }

  async setHandsFree(handsFree: boolean): Promise<{ readonly deviceId: string; readonly muted: boolean }> {
    if (handsFree) {
      // A chosen output that is gone leaves the browser's own.
      if (!await this.#tryOutput(this.#chosen)) await this.#tryOutput(DEFAULT_OUTPUT);
      this.#mute(false);
    } else {
      const earpiece = await this.#findEarpiece();
      this.#mute(earpiece === undefined || !await this.#tryOutput(earpiece));
    }
    return { deviceId: this.#output, muted: this.#muted };
  }

  async setOutput(deviceId: string): Promise<void> {
    if (this.#route === 'none' && deviceId !== DEFAULT_OUTPUT) throw new CallError('not-supported', { detail: 'This browser does not let a page choose the output.' });
    if (deviceId !== this.#output) await this.#useOutput(deviceId);
    this.#chosen = deviceId;
    this.#mute(false);
  }

  async resume(): Promise<void> {
    await Promise.all([...this.#voices.values()].map(({ element }) => this.#start(element)));
    await this.#relay?.start();
  }

  dispose(): void {
    for (const userId of [...this.#voices.keys()]) this.#silence(userId);
    this.#endRelay();
    this.clear();
  }

  #newElement(): HTMLAudioElement {
    const element = new Audio();
    element.autoplay = true;
    element.muted = this.#muted || this.#relay !== null;
    if (this.#output !== DEFAULT_OUTPUT && !this.#relay) element.setSinkId(this.#output).catch(() => this.#forgetOutput());
    return element;
  }

  #silence(userId: string): void {
    const voice = this.#voices.get(userId);
    if (!voice) return;
    voice.element.pause();
    voice.element.srcObject = null;
    this.#relay?.play(userId, null);
    this.#voices.delete(userId);
    if (this.#voices.size === 0) this.#tellBlocked(false);
  }

  #mute(muted: boolean): void {
    this.#muted = muted;
    if (this.#relay) this.#relay.muted = muted;
    for (const { element } of this.#voices.values()) element.muted = muted || this.#relay !== null;
  }

  async #start(element: HTMLAudioElement): Promise<void> {
    try {
      await element.play();
      if ([...this.#voices.values()].every((voice) => !voice.element.paused)) this.#tellBlocked(false);
    } catch (error) {
      // Everything else (AbortError) means that the voice was replaced or silenced meanwhile.
      if (error instanceof DOMException && error.name === 'NotAllowedError' && element.srcObject) this.#tellBlocked(true);
    }
  }

  #tellBlocked(blocked: boolean): void {
    if (this.#blocked === blocked) return;
    this.#blocked = blocked;
    this.emit({ type: 'blocked', blocked });
  }

  async #tryOutput(deviceId: string): Promise<boolean> {
    if (deviceId === this.#output) return true;
    try {
      await this.#useOutput(deviceId);
      return true;
    } catch {
      return false;
    }
  }

  async #useOutput(deviceId: string): Promise<void> {
    try {
      if (this.#route === 'relay') await this.#relayTo(deviceId);
      else await this.#playOn(deviceId);
      this.#output = deviceId;
    } catch (cause) {
      throw new CallError('no-such-device', { cause });
    }
  }

  async #playOn(deviceId: string): Promise<void> {
    // An element that plays nothing tells whether the output can be had at all.
    const elements = [...this.#voices.values()].map(({ element }) => element);
    await Promise.all((elements.length > 0 ? elements : [new Audio()]).map((element) => element.setSinkId(deviceId)));
  }

  /** The way back to the browser's own output needs no relay. */
  async #relayTo(deviceId: string): Promise<void> {
    if (deviceId === DEFAULT_OUTPUT) return this.#endRelay();
    const relay = this.#relay ?? await this.#makeRelay();
    try {
      await relay.use(deviceId);
      await relay.start();
    } catch (error) {
      if (relay !== this.#relay) relay.close();
      throw error;
    }
    if (relay === this.#relay) return undefined;
    this.#relay = relay;
    for (const [userId, { track }] of this.#voices) relay.play(userId, track);
    return this.#mute(this.#muted);
  }

  async #makeRelay(): Promise<VoiceRelay> {
    return new (await import('./voice-relay.js')).VoiceRelay();
  }

  #endRelay(): void {
    const relay = this.#relay;
    this.#relay = null;
    relay?.close();
    this.#mute(this.#muted);
  }

  /** The output is gone: the browser plays on its default by itself. */
  #forgetOutput(): void {
    this.#output = DEFAULT_OUTPUT;
  }

  async #findEarpiece(): Promise<string | undefined> {
    if (this.#route === 'none') return undefined;
    const outputs = (await listDevices()).filter(({ kind }) => kind === 'speaker');
    return outputs.find(({ deviceId, label }) => EARPIECE.test(deviceId) || EARPIECE.test(label))?.deviceId;
  }
}
