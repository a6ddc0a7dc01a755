import { isImageUrl } from './arguments.js';
import type { Clock } from './clock.js';
import { CallError } from './errors.js';
import type { UserProfile } from './state/call-state.js';

/** How an application wants somebody to be shown; what is left out stays as the engine says. */
export interface ResolvedProfile {
  readonly userId: string;
  readonly nickname?: string;
  /** An http(s), blob or data:image URL. */
  readonly avatarUrl?: string;
}

/** Answers with the profiles of those whom the application knows, within 5 s; of the others the engine is asked. */
export type ProfileResolver = (userIds: readonly string[]) => Promise<readonly ResolvedProfile[]> | readonly ResolvedProfile[];

const PATIENCE_MS = 5000;
const MAX_ASKED = 100;
const MAX_KNOWN = 500;
const MAX_NICKNAME_LENGTH = 128;
const MAX_AVATAR_LENGTH = 2048;
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

type Ask = (userIds: readonly string[]) => Promise<readonly UserProfile[]>;

/** Names and pictures: the application's own before the engine's. */
export class ProfileBook {
  readonly #clock: Clock;
  readonly #warn: (thrown: unknown) => void;
  readonly #known = new Map<string, UserProfile>();
  #resolver: ProfileResolver | null = null;

  constructor(clock: Clock, warn: (thrown: unknown) => void) {
    this.#clock = clock;
    this.#warn = warn;
  }

  get resolver(): ProfileResolver | null {
    return this.#resolver;
  }

  /** Forgets what the last one said. */
  use(resolver: ProfileResolver | null): void {
    this.#resolver = resolver;
    this.#known.clear();
  }

  /** The application's word of `userIds`, then the engine's for the rest. Rejects as `ask` does. */
  async look(userIds: readonly string[], ask: Ask, tell: (profiles: readonly UserProfile[]) => void): Promise<readonly UserProfile[]> {
    if (!this.#resolver) return ask(userIds);
    const own = await this.resolve(userIds);
    if (own.length > 0) tell(own);
    const rest = userIds.filter((userId) => !this.#known.has(userId));
    return rest.length === 0 ? own : [...own, ...await ask(rest)];
  }

  /** Those whom the application knows. Never rejects: what goes wrong is a warning. */
  async resolve(userIds: readonly string[]): Promise<readonly UserProfile[]> {
    const resolver = this.#resolver;
    const unknown = [...new Set(userIds)].filter((userId) => !this.#known.has(userId)).slice(0, MAX_ASKED);
    if (resolver && unknown.length > 0) {
      const answer = await this.#inTime(async () => resolver(unknown));
      if (resolver === this.#resolver) this.#note(unknown, answer);
    }
    return userIds.flatMap((userId) => this.#known.get(userId) ?? []);
  }

  /** What the engine says of people whom the application does not name. */
  withoutOwn(profiles: readonly UserProfile[]): readonly UserProfile[] {
    return this.#known.size === 0 ? profiles : profiles.filter(({ userId }) => !this.#known.has(userId));
  }

  #note(asked: readonly string[], answer: unknown): void {
    for (const profile of Array.isArray(answer) ? answer.map(toProfile) : []) {
      if (profile && asked.includes(profile.userId)) this.#known.set(profile.userId, profile);
    }
    for (const userId of [...this.#known.keys()].slice(0, -MAX_KNOWN)) this.#known.delete(userId);
  }

  #inTime(task: () => Promise<unknown>): Promise<unknown> {
    return new Promise((resolve) => {
      const stop = this.#clock.after(PATIENCE_MS, () => {
        this.#warn(new CallError('timed-out', { detail: 'The profileResolver did not answer.' }));
        resolve([]);
      });
      task().then((answer) => { stop(); resolve(answer); }, (thrown: unknown) => {
        stop();
        this.#warn(thrown);
        resolve([]);
      });
    });
  }
}

/** Somebody's server wrote it: bounded, one line, and no address that could run a script. */
function toProfile(value: unknown): UserProfile | null {
  if (typeof value !== 'object' || value === null || !('userId' in value) || typeof value.userId !== 'string') return null;
  const nickname = 'nickname' in value && typeof value.nickname === 'string' ? value.nickname : '';
  const avatarUrl = 'avatarUrl' in value && typeof value.avatarUrl === 'string' ? value.avatarUrl : '';
  return {
    userId: value.userId,
    nickname: nickname.slice(0, MAX_NICKNAME_LENGTH).replace(BREAKS, ' ').trim(),
    avatarUrl: avatarUrl.length <= MAX_AVATAR_LENGTH && isImageUrl(avatarUrl) ? avatarUrl : '',
  };
}
