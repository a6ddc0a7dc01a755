import type { CallLogEntry } from '../calling/call-log.js';
import { cleanText, isForeignId, isRoomId } from '../calling/signal-codec.js';
import { END_REASONS, type CallSnapshot, type EndReason } from '../calling/state/call-state.js';
import { selectProfile } from '../calling/state/selectors.js';

export const MAX_ENTRIES = 200;
const MAX_PEOPLE = 24;
const MAX_NICKNAME_LENGTH = 128;
/** A text in the storage that is longer than 200 calls can be is not ours. */
const MAX_TEXT_LENGTH = 1_000_000;

interface LogRecord {
  readonly seenAt: number;
  readonly entries: readonly CallLogEntry[];
}

const EMPTY: LogRecord = Object.freeze({ seenAt: 0, entries: Object.freeze([]) });

/**
 * The log of one account in the browser's storage. What it reads there is as foreign as what another client sends. Where
 * nothing may be stored (private windows, a full disk) it remembers for as long as the page lives.
 */
export class CallLogStore {
  readonly key: string;
  readonly #storage: Storage | undefined;
  readonly #onChange: () => void;
  #text = '';
  #record = EMPTY;

  constructor(account: string, onChange: () => void, storage: Storage | undefined = localStorageOrNone()) {
    this.key = `trtc-calling:log:${account}`;
    this.#onChange = onChange;
    this.#storage = storage;
  }

  get entries(): readonly CallLogEntry[] {
    return this.#read().entries;
  }

  get unseen(): number {
    const { entries, seenAt } = this.#read();
    return entries.filter(({ missed, at }) => missed && at > seenAt).length;
  }

  /** Notes the ended call of a snapshot. Two words about one room (a reload, another tab) become one entry. */
  add(snapshot: CallSnapshot): void {
    const next = entryOf(snapshot);
    if (!next) return;
    const { entries, seenAt } = this.#read();
    const same = entries.find(({ roomId }) => roomId === next.roomId);
    const kept = same && tellsMore(same, next) ? same : next;
    this.#write({ seenAt, entries: [kept, ...entries.filter((one) => one !== same)].toSorted((a, b) => b.at - a.at).slice(0, MAX_ENTRIES) });
  }

  markSeen(): void {
    const { entries } = this.#read();
    const newest = entries[0]?.at ?? 0;
    if (this.unseen > 0) this.#write({ entries, seenAt: newest });
  }

  clear(): void {
    this.#write(EMPTY);
  }

  #read(): LogRecord {
    let text = this.#text;
    try {
      if (this.#storage) text = this.#storage.getItem(this.key) ?? '';
    } catch {
      // Refused since the page was loaded: what was read last still holds.
    }
    if (text !== this.#text) {
      this.#text = text;
      this.#record = parse(text);
    }
    return this.#record;
  }

  #write(record: LogRecord): void {
    this.#record = Object.freeze({ ...record, entries: Object.freeze([...record.entries]) });
    this.#text = record.entries.length === 0 ? '' : JSON.stringify(record);
    try {
      if (this.#text === '') this.#storage?.removeItem(this.key);
      else this.#storage?.setItem(this.key, this.#text);
    } catch {
      // Full or refused: the log is an ornament, a call does not fail for it.
    }
    this.#onChange();
  }
}

const isElsewhere = ({ reason }: CallLogEntry): boolean => reason === 'answered-elsewhere' || reason === 'rejected-elsewhere';

const tellsMore = (old: CallLogEntry, next: CallLogEntry): boolean => isElsewhere(next) || (!isElsewhere(old) && old.duration > next.duration);

const MISSED: ReadonlySet<EndReason> = new Set(['missed', 'remote-cancel', 'connection-lost']);

function entryOf(snapshot: CallSnapshot): CallLogEntry | null {
  const { ended } = snapshot;
  if (!ended) return null;
  const { callId, roomId, role, type, isGroup, startedAt, duration, reason, message, inviter } = ended;
  const userIds = role === 'invitee' ? [inviter, ...ended.userIds] : ended.userIds;
  const people = [...new Set(userIds)].slice(0, MAX_PEOPLE).map((userId) => Object.freeze({ userId, nickname: selectProfile(snapshot, userId)?.nickname ?? '' }));
  if (people.length === 0) return null;
  const direction = role === 'invitee' ? 'incoming' : 'outgoing';
  const missed = direction === 'incoming' && duration === 0 && MISSED.has(reason);
  return Object.freeze({ callId, roomId, direction, missed, type, isGroup, people: Object.freeze(people), at: startedAt, duration, reason, message });
}

function parse(text: string): LogRecord {
  const { seenAt, entries } = object(json(text));
  if (!Array.isArray(entries)) return EMPTY;
  const read = entries.slice(0, MAX_ENTRIES).map(parseEntry).filter((entry) => entry !== null);
  return Object.freeze({ seenAt: isTime(seenAt) ? seenAt : 0, entries: Object.freeze(read) });
}

function parseEntry(value: unknown): CallLogEntry | null {
  const { callId, roomId, direction, missed, type, isGroup, people, at, duration, reason, message } = object(value);
  if (typeof callId !== 'string' || callId === '' || callId.length > 128 || !isRoomId(roomId) || !isTime(at) || !isTime(duration)) return null;
  if ((direction !== 'outgoing' && direction !== 'incoming') || (type !== 1 && type !== 2) || !isReason(reason) || !Array.isArray(people)) return null;
  const others = people.slice(0, MAX_PEOPLE).map(object).flatMap(({ userId, nickname }) =>
    (isForeignId(userId) ? [Object.freeze({ userId, nickname: typeof nickname === 'string' ? nickname.slice(0, MAX_NICKNAME_LENGTH) : '' })] : []));
  if (others.length === 0) return null;
  return Object.freeze({
    callId, roomId, direction, missed: missed === true, type, isGroup: isGroup === true, people: Object.freeze(others), at, duration, reason, message: cleanText(message),
  });
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 8.64e15;

const isReason = (value: unknown): value is EndReason => END_REASONS.some((reason) => reason === value);

function json(text: string): unknown {
  if (text === '' || text.length > MAX_TEXT_LENGTH) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const object = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {});

/** Reading the property itself throws where a page may not store anything. */
function localStorageOrNone(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
