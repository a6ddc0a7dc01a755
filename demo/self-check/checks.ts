import type { ActionCallback, Calling } from '../../src/index.js';
import { SUCCESS } from '../../src/calling/errors.js';
import { AUDIO_CALL, VIDEO_CALL } from '../../src/calling/state/call-state.js';
import { checkDevice, checkEnvironment } from './environment.js';
import { goesOn } from './probe.js';
import type { Accounts, StepId } from './steps.js';
import { reaches, until } from './wait.js';

/** What the checks work with: two users of one application, each in a page of their own, as Tencent IM wants it. */
export interface Bench {
  readonly accounts: Accounts;
  readonly first: Calling;
  readonly second: Calling;
  /** Those that are over and went well. */
  readonly passed: ReadonlySet<StepId>;
  readonly signal: AbortSignal;
}

export interface Check {
  readonly needs: readonly StepId[];
  /** Resolves with what was found, in English. Rejects with a CallError or a StepFailure. */
  readonly run: (bench: Bench) => Promise<string>;
}

/** Why a step failed, with the code and the sentence of the command in it. */
export class StepFailure extends Error {
  readonly code: number;

  constructor({ code, desc }: ActionCallback) {
    super(desc);
    this.code = code;
  }
}

async function well(command: Promise<ActionCallback>): Promise<void> {
  const answer = await command;
  if (answer.code !== SUCCESS) throw new StepFailure(answer);
}

const isTalking = (calling: Calling, userId: string): boolean =>
  calling.state.call?.participants.some((each) => each.userId === userId && each.state === 'joined') === true;

export const CHECKS: Readonly<Record<StepId, Check>> = {
  environment: { needs: [], run: async () => checkEnvironment() },
  microphone: { needs: ['environment'], run: ({ signal }) => checkDevice('microphone', signal) },
  camera: { needs: ['environment'], run: ({ signal }) => checkDevice('camera', signal) },

  loginFirst: {
    needs: ['environment'],
    run: async ({ first, accounts: { sdkAppId, first: { userId, userSig } } }) => {
      await well(first.login(sdkAppId, userId, userSig));
      return userId;
    },
  },
  loginSecond: {
    needs: ['environment'],
    run: async ({ second, accounts: { sdkAppId, second: { userId, userSig } } }) => {
      await well(second.login(sdkAppId, userId, userSig));
      return userId;
    },
  },

  ring: {
    needs: ['loginFirst', 'loginSecond'],
    run: async ({ first, second, accounts, passed, signal }) => {
      const type = passed.has('camera') ? VIDEO_CALL : AUDIO_CALL;
      await well(first.call(accounts.second.userId, type));
      await reaches(second, ({ call }) => call?.phase === 'ringing', 'the invitation to arrive', signal);
      return type === VIDEO_CALL ? 'a video call' : 'an audio call';
    },
  },
  answer: {
    needs: ['ring'],
    run: async ({ first, second, accounts, signal }) => {
      await well(second.accept());
      await reaches(first, () => isTalking(first, accounts.second.userId), 'the second user in the room', signal);
      await reaches(second, () => isTalking(second, accounts.first.userId), 'the first user in the room', signal);
      return `room ${first.state.call?.roomId ?? 0}`;
    },
  },
  media: {
    needs: ['answer'],
    run: async ({ first, second, accounts, passed, signal }) => {
      const kind = passed.has('camera') ? 'video' : 'audio';
      const found: string[] = [];
      for (const [calling, from] of [[first, accounts.second], [second, accounts.first]] as const) {
        const what = `${kind} of ${from.userId}`;
        await until(() => calling.tracks.get(from.userId, kind) !== null, what, signal);
        found.push(`${what}: ${await goesOn(calling.tracks.get(from.userId, kind), what, signal)}`);
      }
      return found.join('; ');
    },
  },
  mute: {
    needs: ['answer', 'microphone'],
    run: async ({ first, second, accounts, signal }) => {
      const isHeard = (): boolean => second.state.call?.participants.find(({ userId }) => userId === accounts.first.userId)?.audio === true;
      await until(isHeard, 'the microphone to be told as on', signal);
      await first.setMicMute(true);
      await until(() => !isHeard(), 'the microphone to be told as off', signal);
      await first.setMicMute(false);
      await until(isHeard, 'the microphone to be told as on again', signal);
      return '';
    },
  },
  hangUp: {
    needs: ['answer'],
    run: async ({ first, second, signal }) => {
      await first.hangup();
      await until(() => second.state.call === null, 'the second user to be idle', signal);
      return `the second user was told: ${second.state.ended?.reason ?? 'nothing'}`;
    },
  },
  logout: {
    needs: [],
    run: async ({ first, second }) => {
      await Promise.all([well(first.logout()), well(second.logout())]);
      return '';
    },
  },
};
