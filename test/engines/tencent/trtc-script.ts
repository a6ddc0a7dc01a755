import { kindsOf, toStream, toUserId } from '../../../src/engines/tencent/trtc-events.js';
import type { TrtcClient, TrtcRemoteStream, TrtcSdk } from '../../../src/engines/tencent/trtc-types.js';

const EVENTS = [
  'stream-added', 'stream-updated', 'stream-subscribed', 'stream-removed', 'peer-join', 'peer-leave', 'mute-audio',
  'unmute-audio', 'mute-video', 'unmute-video', 'connection-state-changed', 'client-banned', 'error',
];

/** One line for each event of one client, with all that the engine reads of it. */
function record(client: TrtcClient, lines: string[]): void {
  for (const name of EVENTS) {
    client.on(name, (payload) => {
      const stream = toStream(payload);
      lines.push(`${name} ${stream ? describeStream(stream) : toUserId(payload) ?? JSON.stringify(payload, ['prevState', 'state', 'reason'])}`);
    });
  }
}

const describeStream = (stream: TrtcRemoteStream): string =>
  `${stream.getUserId()} ${kindsOf(stream).join('+')}${stream.hasAudio() ? ' audio' : ''}${stream.hasVideo() ? ' video' : ''}${stream.getAudioTrack() ? ' audio-track' : ''}${stream.getVideoTrack() ? ' video-track' : ''}`;

export interface Script {
  readonly sdk: TrtcSdk;
  readonly tracks: { readonly audio: MediaStreamTrack; readonly video: MediaStreamTrack; readonly screen: MediaStreamTrack };
  readonly ban: (userId: string) => void;
  /** Called after each step with everything that was heard so far; resolves when all of the step's events are in. */
  readonly settle: (heard: Heard, step: number) => Promise<void>;
}

export interface Heard {
  readonly alice: readonly string[];
  readonly bob: readonly string[];
}

/** A call of two as the SDK is used for it, step by step. The same on the fake and on the real SDK. */
export async function runScript({ sdk, tracks, ban, settle }: Script): Promise<Heard> {
  const heard = { alice: new Array<string>(), bob: new Array<string>() };
  const enter = (userId: 'alice' | 'bob'): TrtcClient => {
    const client = sdk.createClient({ sdkAppId: 1_400_000_001, userId, userSig: `signature-of-${userId}`, mode: 'rtc', autoSubscribe: false, enableAutoPlayDialog: false });
    record(client, heard[userId]);
    client.on('stream-added', (payload) => {
      const stream = toStream(payload);
      if (stream) void client.subscribe(stream, { audio: true, video: true });
    });
    return client;
  };
  const [alice, bob] = [enter('alice'), enter('bob')];
  const voice = sdk.createStream({ audioSource: tracks.audio });
  const screen = sdk.createStream({ videoSource: tracks.screen });
  const steps: (() => Promise<unknown>)[] = [
    () => alice.join({ roomId: 21 }),
    async () => {
      await voice.initialize();
      await alice.publish(voice);
    },
    () => bob.join({ roomId: 21 }),
    async () => voice.muteAudio(),
    async () => voice.unmuteAudio(),
    () => voice.addTrack(tracks.video),
    async () => voice.muteVideo(),
    async () => voice.unmuteVideo(),
    () => voice.replaceTrack(tracks.screen),
    () => voice.replaceTrack(tracks.video),
    async () => {
      await screen.initialize();
      await alice.publish(screen, { isAuxiliary: true });
    },
    () => alice.unpublish(screen),
    () => voice.removeTrack(tracks.video),
    () => alice.unpublish(voice),
    () => alice.publish(voice),
    () => alice.leave(),
    () => alice.join({ roomId: 21 }),
    () => bob.leave(),
    () => bob.join({ roomId: 21 }),
    async () => ban('alice'),
    () => bob.leave(),
  ];
  for (const [step, act] of steps.entries()) {
    await act();
    await settle(heard, step);
  }
  for (const client of [alice, bob]) {
    client.off('*');
    client.destroy();
  }
  return heard;
}
