import { bufferOf, type Tone } from './melodies.js';

/** What is to sound: a built-in tone, or the address of a file in its place. */
export interface SoundSource {
  readonly tone: Tone;
  /** '' for the built-in tone. */
  readonly address: string;
  /** '' is the browser's own output. */
  readonly output: string;
  readonly loop: boolean;
}

let shared: { readonly context: AudioContext; users: number } | null = null;

/** One AudioContext for all sounds of the page: browsers allow only a handful. */
function borrowContext(): AudioContext {
  shared ??= { context: new AudioContext(), users: 0 };
  shared.users += 1;
  return shared.context;
}

function returnContext(): void {
  if (!shared) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  void shared.context.close();
  shared = null;
}

/** How long a browser that allows sound takes to begin, as a rule. One that does not leaves the question open. */
const START_MS = 300;

/** A sound from its making to its end: it can be silent because the browser holds it back. */
export class Sound {
  readonly #source: SoundSource;
  readonly #context: AudioContext | null;
  readonly #audio: HTMLAudioElement | null = null;
  #node: AudioBufferSourceNode | null = null;
  #over = false;

  constructor(source: SoundSource) {
    this.#source = source;
    this.#context = 'AudioContext' in globalThis ? borrowContext() : null;
    if (source.address === '') return;
    this.#audio = new Audio();
    this.#audio.loop = source.loop;
    this.#audio.src = source.address;
  }

  /** Whether the browser would let it be heard now. Asks anew each time: a gesture may have come. */
  async mayBeHeard(): Promise<boolean> {
    const context = this.#context;
    if (!context || this.#over) return false;
    if (context.state === 'running') return true;
    const late = new Promise<void>((resolve) => { setTimeout(resolve, START_MS); });
    // Without a gesture the promise of resume() waits for one.
    await Promise.race([context.resume().catch(() => undefined), late]);
    return !this.#over && isRunning(context);
  }

  /** Calls `changed` when the browser lets sounds begin, or holds them back, until `signal` aborts. */
  watch(changed: () => void, signal: AbortSignal): void {
    this.#context?.addEventListener('statechange', changed, { signal });
  }

  /** @returns whether it is heard; false where the browser, or the file, does not let it */
  async start(): Promise<boolean> {
    if (this.#over) return false;
    await this.#useOutput();
    if (this.#audio) return this.#play(this.#audio);
    if (!this.#context || !await this.mayBeHeard() || this.#over) return false;
    this.#node ??= this.#begin(this.#context);
    return true;
  }

  /** Silence, and everything given back. */
  stop(): void {
    if (this.#over) return;
    this.#over = true;
    this.#node?.stop();
    this.#node?.disconnect();
    this.#audio?.pause();
    this.#audio?.removeAttribute('src');
    if (this.#context) returnContext();
  }

  #begin(context: AudioContext): AudioBufferSourceNode {
    const node = new AudioBufferSourceNode(context, { buffer: bufferOf(context, this.#source.tone), loop: this.#source.loop });
    node.connect(context.destination);
    if (!this.#source.loop) node.addEventListener('ended', () => this.stop());
    node.start();
    return node;
  }

  async #play(audio: HTMLAudioElement): Promise<boolean> {
    try {
      await audio.play();
      return !this.#over;
    } catch (error) {
      // Held back before a gesture, not to be had, or stopped meanwhile: the screen shows the call all the same.
      if (!(error instanceof DOMException)) reportError(error);
      return false;
    }
  }

  /** On an output that is gone it sounds on the browser's own. */
  async #useOutput(): Promise<void> {
    const player = this.#audio ?? this.#context;
    if (!player || !('setSinkId' in player) || typeof player.setSinkId !== 'function') return;
    try {
      await player.setSinkId(this.#source.output);
    } catch {
      await player.setSinkId('').catch(() => undefined);
    }
  }
}

/** Behind a function: the state changes while one waits, which the compiler does not know. */
const isRunning = (context: AudioContext): boolean => context.state === 'running';
