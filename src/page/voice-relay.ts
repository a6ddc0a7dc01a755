/**
 * All voices through one Web Audio graph into one element whose output can be chosen: see output-route.ts. While it runs the
 * voices' own elements are silent; they go on playing, because browsers pull a remote track only for an element that does.
 */
export class VoiceRelay {
  readonly #context = new AudioContext();
  readonly #mix = this.#context.createMediaStreamDestination();
  readonly #player = new Audio();
  readonly #sources = new Map<string, MediaStreamAudioSourceNode>();

  constructor() {
    this.#player.srcObject = this.#mix.stream;
  }

  /** null takes the voice out. */
  play(userId: string, track: MediaStreamTrack | null): void {
    this.#sources.get(userId)?.disconnect();
    this.#sources.delete(userId);
    if (!track) return;
    const source = this.#context.createMediaStreamSource(new MediaStream([track]));
    source.connect(this.#mix);
    this.#sources.set(userId, source);
  }

  get muted(): boolean {
    return this.#player.muted;
  }

  set muted(muted: boolean) {
    this.#player.muted = muted;
  }

  /** Rejects NotAllowedError as long as the browser wants a gesture first. */
  async start(): Promise<void> {
    // Its promise waits for the gesture (Firefox: for an output), for ever where none comes: the player is who says so.
    void this.#context.resume().catch(() => {});
    await this.#player.play();
  }

  /** Rejects NotFoundError for an output that is not there. */
  async use(deviceId: string): Promise<void> {
    await this.#player.setSinkId(deviceId);
  }

  close(): void {
    for (const source of this.#sources.values()) source.disconnect();
    this.#sources.clear();
    this.#player.pause();
    this.#player.srcObject = null;
    void this.#context.close();
  }
}
