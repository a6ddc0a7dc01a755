import type { MediaTrack } from '../calling/tracks.js';
import { CallError } from '../calling/errors.js';
import { Emitter } from '../engines/emitter.js';
import type { Playback } from '../engines/engine.js';
import { listDevices } from '../engines/media/device-list.js';

/** The browser's own output. */
const DEFAULT_OUTPUT = '';
/** How browsers name an output to be held to the ear; Chrome has the id `communications` on some systems. */
const EARPIECE = /earpiece|handset|receiver|communications/i;

/**
 * Plays the voices of the others, each by an <audio> element that is never in the page: nothing that the page does to
 * its own elements can silence a call.
 */
export class PagePlayback extends Emitter<{ readonly type: 'blocked'; readonly blocked: boolean }> implements Playback {
  readonly #voices = new Map<string, HTMLAudioElement>();
  /** What `setOutput` chose. */
  #chosen = DEFAULT_OUTPUT;
  #output = DEFAULT_OUTPUT;
  #muted = false;
  #blocked = false;

  play(userId: string, track: MediaTrack | null): void {
    if (!(track instanceof MediaStreamTrack)) return this.#silence(userId);
    const voice = this.#voices.get(userId) ?? this.#newVoice();
    this.#voices.set(userId, voice);
    voice.srcObject = new MediaStream([track]);
    void this.#start(voice);
  }

  async setHandsFree(handsFree: boolean): Promise<{ readonly deviceId: string; readonly muted: boolean }> {
    if (handsFree) {
      // A chosen output that is gone leaves the browser's own.
      if (!await this.#tryOutput(this.#chosen)) await this.#tryOutput(DEFAULT_OUTPUT);
      this.#muted = false;
    } else {
      const earpiece = await findEarpiece();
      this.#muted = earpiece === undefined || !await this.#tryOutput(earpiece);
    }
    for (const voice of this.#voices.values()) voice.muted = this.#muted;
    return { deviceId: this.#output, muted: this.#muted };
  }

  async setOutput(deviceId: string): Promise<void> {
    if (!canChooseOutput()) throw new CallError('not-supported', { detail: 'This browser does not let a page choose the output.' });
    await this.#useOutput(deviceId);
    this.#chosen = deviceId;
  }

  async resume(): Promise<void> {
    await Promise.all([...this.#voices.values()].map((voice) => this.#start(voice)));
  }

  dispose(): void {
    for (const userId of [...this.#voices.keys()]) this.#silence(userId);
    this.clear();
  }

  #newVoice(): HTMLAudioElement {
    const voice = new Audio();
    voice.autoplay = true;
    voice.muted = this.#muted;
    if (this.#output !== DEFAULT_OUTPUT) voice.setSinkId(this.#output).catch(() => this.#forgetOutput());
    return voice;
  }

  #silence(userId: string): void {
    const voice = this.#voices.get(userId);
    if (!voice) return;
    voice.pause();
    voice.srcObject = null;
    this.#voices.delete(userId);
    if (this.#voices.size === 0) this.#tellBlocked(false);
  }

  async #start(voice: HTMLAudioElement): Promise<void> {
    try {
      await voice.play();
      if ([...this.#voices.values()].every(({ paused }) => !paused)) this.#tellBlocked(false);
    } catch (error) {
      // Everything else (AbortError) means that the voice was replaced or silenced meanwhile.
      if (error instanceof DOMException && error.name === 'NotAllowedError' && voice.srcObject) this.#tellBlocked(true);
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
    // An element that plays nothing tells whether the output can be had at all.
    const voices = [...this.#voices.values()];
    try {
      await Promise.all((voices.length > 0 ? voices : [new Audio()]).map((voice) => voice.setSinkId(deviceId)));
      this.#output = deviceId;
    } catch (cause) {
      throw new CallError('no-such-device', { cause });
    }
  }

  /** The output is gone: the browser plays on its default by itself. */
  #forgetOutput(): void {
    this.#output = DEFAULT_OUTPUT;
  }
}

const canChooseOutput = (): boolean => 'setSinkId' in HTMLMediaElement.prototype;

async function findEarpiece(): Promise<string | undefined> {
  if (!canChooseOutput()) return undefined;
  const outputs = (await listDevices()).filter(({ kind }) => kind === 'speaker');
  return outputs.find(({ deviceId, label }) => EARPIECE.test(deviceId) || EARPIECE.test(label))?.deviceId;
}
