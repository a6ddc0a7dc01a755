import type { TrtcClient, TrtcClientConfig, TrtcLocalStream, TrtcMutedState, TrtcRemoteStream, TrtcSdk } from '../../../src/engines/tencent/trtc-types.js';
import { FakeEvents, FakeLocalStream, FakeRemoteStream, FakeRtcError } from './trtc-fake-stream.js';

export { FakeLocalStream, FakeRtcError } from './trtc-fake-stream.js';

/** A method of the fake whose next call may be made to fail, to wait for a promise, or never to settle. */
export type FakeMethod = 'createClient' | 'join' | 'leave' | 'destroy' | 'publish' | 'unpublish' | 'subscribe';

type Outcome = Error | Promise<void> | 'never';

/** trtc-js-sdk without a service, for branches that the real one takes too long for. trtc-real-honest.test.ts compares the two. */
export class FakeTrtc implements TrtcSdk {
  readonly clients: FakeClient[] = [];
  readonly streams: FakeLocalStream[] = [];
  /** Everything that was called, in order. */
  readonly calls: string[] = [];
  readonly #failures = new Map<FakeMethod, Outcome[]>();

  readonly Logger = {
    setLogLevel: (level: number): void => void this.calls.push(`setLogLevel ${level}`),
    disableUploadLog: (): void => void this.calls.push('disableUploadLog'),
  };

  /** The next calls of `method` come out so, one after the other. */
  fail(method: FakeMethod, ...outcomes: Outcome[]): void {
    this.#failures.set(method, [...(this.#failures.get(method) ?? []), ...outcomes]);
  }

  createClient(config: TrtcClientConfig): FakeClient {
    this.calls.push('createClient');
    const failure = this.#failures.get('createClient')?.shift();
    if (failure instanceof Error) throw failure;
    const client = new FakeClient(this, config);
    this.clients.push(client);
    return client;
  }

  createStream(config: ConstructorParameters<typeof FakeLocalStream>[0]): FakeLocalStream {
    const stream = new FakeLocalStream(config);
    this.streams.push(stream);
    return stream;
  }

  /** The client of a user who is in a room. */
  of(userId: string): FakeClient {
    const client = this.clients.find(({ config, roomId }) => config.userId === userId && roomId !== 0);
    if (!client) throw new Error(`${userId} is in no room.`);
    return client;
  }

  /** Called, and failing as it was told to. */
  async enter(method: FakeMethod): Promise<void> {
    this.calls.push(method);
    const failure = this.#failures.get(method)?.shift();
    if (failure === 'never') await new Promise<void>(() => {});
    if (failure instanceof Error) throw failure;
    if (failure instanceof Promise) await failure;
  }
}

interface Seen {
  readonly streams: Map<string, FakeRemoteStream>;
  muted: { audio: boolean; video: boolean } | null;
}

export class FakeClient extends FakeEvents implements TrtcClient {
  readonly #sdk: FakeTrtc;
  readonly config: TrtcClientConfig;
  readonly published: { main: FakeLocalStream | null; auxiliary: FakeLocalStream | null } = { main: null, auxiliary: null };
  proxyServer: unknown;
  turnServer: unknown;
  roomId = 0;
  destroyed = false;
  readonly #seen = new Map<FakeClient, Seen>();
  #rejoins = 0;
  #state = 'DISCONNECTED';

  constructor(sdk: FakeTrtc, config: TrtcClientConfig) {
    super();
    this.#sdk = sdk;
    this.config = config;
  }

  get userId(): string {
    return this.config.userId;
  }

  setProxyServer(proxy: unknown): void {
    this.proxyServer = proxy;
  }

  setTurnServer(turn: unknown): void {
    this.turnServer = turn;
  }

  async join({ roomId }: { readonly roomId: number }): Promise<void> {
    if (this.destroyed || this.#sdk.clients.some((client) => client.roomId !== 0 && client.userId === this.userId)) throw new FakeRtcError(0x1001);
    this.connection('CONNECTING');
    await this.#sdk.enter('join').catch((thrown: unknown) => {
      this.connection('DISCONNECTED');
      throw thrown;
    });
    this.connection('CONNECTED');
    this.roomId = roomId;
    for (const peer of this.#peers()) {
      this.emit('peer-join', { userId: peer.userId });
      this.#look(peer, false);
      peer.emit('peer-join', { userId: this.userId });
    }
  }

  async leave(): Promise<void> {
    await this.#sdk.enter('leave');
    if (this.roomId === 0) return;
    for (const { streams } of this.#seen.values()) for (const stream of streams.values()) this.#drop(stream);
    this.#out();
  }

  destroy(): void {
    this.#sdk.calls.push('destroy');
    if (this.roomId !== 0) throw new FakeRtcError(0x1001);
    this.destroyed = true;
  }

  async publish(stream: TrtcLocalStream, { isAuxiliary } = { isAuxiliary: false }): Promise<void> {
    const slot = isAuxiliary ? 'auxiliary' : 'main';
    if (this.roomId === 0 || this.published[slot] || !(stream instanceof FakeLocalStream)) throw new FakeRtcError(0x1001);
    stream.publishing = true;
    await this.#sdk.enter('publish').finally(() => {
      stream.publishing = false;
    });
    this.published[slot] = stream;
    stream.changed = () => this.#tell();
    this.#tell();
  }

  async unpublish(stream: TrtcLocalStream): Promise<void> {
    await this.#sdk.enter('unpublish');
    for (const slot of ['main', 'auxiliary'] as const) if (this.published[slot] === stream) this.published[slot] = null;
    this.#tell();
  }

  async subscribe(stream: TrtcRemoteStream): Promise<void> {
    await this.#sdk.enter('subscribe');
    if (!(stream instanceof FakeRemoteStream)) throw new FakeRtcError(0x1000);
    stream.subscribed = true;
    if (stream.getType() === 'main') for (const _ of ['audio', 'video']) this.emit('stream-updated', { stream });
    this.emit('stream-subscribed', { stream });
  }

  getRemoteMutedState(): readonly TrtcMutedState[] {
    return [...this.#seen].flatMap(([{ userId, published: { main } }, { muted }]) => {
      if (!muted || !main) return [];
      return [{ userId, audioMuted: main.muted.audio, videoMuted: main.muted.video }];
    });
  }

  /** The service puts this user out. */
  ban(reason: string): void {
    for (const { streams } of this.#seen.values()) for (const stream of streams.values()) this.#drop(stream);
    this.#out();
    this.emit('client-banned', { reason, message: '' });
  }

  /** The service had forgotten this client, which joins again by itself: it is nowhere, and does not leave. */
  forgotten(): void {
    this.#rejoins = this.roomId;
    this.roomId = 0;
    for (const state of ['DISCONNECTED', 'CONNECTING', 'CONNECTED']) this.connection(state);
  }

  rejoined(): void {
    this.roomId = this.#rejoins;
  }

  connection(state: string): void {
    const prevState = this.#state;
    this.#state = state;
    this.emit('connection-state-changed', { prevState, state });
  }

  /** What this client sees of `userId`. */
  remote(userId: string, type = 'main'): FakeRemoteStream {
    const stream = [...this.#seen].find(([peer]) => peer.userId === userId)?.[1].streams.get(type);
    if (!stream) throw new Error(`${this.userId} sees no ${type} stream of ${userId}.`);
    return stream;
  }

  #peers(): FakeClient[] {
    return this.#sdk.clients.filter((client) => client !== this && client.roomId !== 0 && client.roomId === this.roomId);
  }

  #out(): void {
    const peers = this.#peers();
    this.roomId = 0;
    Object.assign(this.published, { main: null, auxiliary: null });
    this.#seen.clear();
    for (const peer of peers) {
      peer.#look(this, true);
      peer.emit('peer-leave', { userId: this.userId });
      peer.#seen.delete(this);
    }
    this.connection('DISCONNECTED');
  }

  /** The service tells everybody of everybody: whoever did not know of somebody's muting does now. */
  #tell(): void {
    for (const peer of this.#peers()) for (const other of peer.#peers()) peer.#look(other, true);
  }

  /** `synced`: the news says what is muted, too. What was there on joining does not. */
  #look(peer: FakeClient, synced: boolean): void {
    const seen = this.#seen.get(peer) ?? { streams: new Map(), muted: null };
    this.#seen.set(peer, seen);
    for (const type of ['main', 'auxiliary'] as const) this.#lookAt(peer, seen, type);
    if (!seen.streams.has('main')) seen.muted = null;
    else if (synced) this.#sync(peer, seen);
  }

  #lookAt(peer: FakeClient, { streams }: Seen, type: 'main' | 'auxiliary'): void {
    const source = peer.published[type];
    const has = { audio: source?.hasAudio() ?? false, video: source?.hasVideo() ?? false };
    const known = streams.get(type);
    const stream = known ?? new FakeRemoteStream(peer.userId, type, () => peer.published[type]);
    const before = stream.has;
    stream.has = has;
    if (!has.audio && !has.video) {
      if (known) this.#drop(known);
      streams.delete(type);
      return;
    }
    streams.set(type, stream);
    if (!known) this.emit('stream-added', { stream });
    else if (before.audio !== has.audio || before.video !== has.video) this.emit('stream-updated', { stream });
  }

  #sync({ userId, published: { main } }: FakeClient, seen: Seen): void {
    const before = seen.muted;
    const silent = { audio: !main?.hasAudio() || main.muted.audio, video: !main?.hasVideo() || main.muted.video };
    seen.muted = silent;
    if (before?.video !== silent.video) this.emit(silent.video ? 'mute-video' : 'unmute-video', { userId });
    if (before?.audio !== silent.audio) this.emit(silent.audio ? 'mute-audio' : 'unmute-audio', { userId });
  }

  #drop(stream: FakeRemoteStream): void {
    stream.subscribed = false;
    stream.has = { audio: false, video: false };
    this.emit('stream-removed', { stream });
  }
}
