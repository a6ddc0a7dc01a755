/** What the address of the demo asks for. */
export interface DemoQuery {
  /** One phone for this user; '' shows both, Alice's and Bob's. */
  readonly user: string;
  readonly transport: Transport;
  /** What the cameras of this page show. */
  readonly picture: Picture;
  /** Seconds that a call rings. */
  readonly ringTimeout: number;
}

export type Transport = 'auto' | 'relay' | 'broadcast';
export type Picture = 'camera' | 'test';

/** Something in the address that cannot be meant: the parameter, and what it says. */
export interface QueryProblem {
  readonly parameter: 'user' | 'transport' | 'picture' | 'ring-timeout';
  readonly value: string;
}

export const USER_ID = /^[A-Za-z0-9_-]{1,32}$/;
const TRANSPORTS: readonly Transport[] = ['auto', 'relay', 'broadcast'];
const PICTURES: readonly Picture[] = ['camera', 'test'];
const LONGEST_RING = 600;
const SHOWN_OF_A_WRONG_VALUE = 40;

/** The transport of this page unless its address says one; the built site names it in its head. */
export const usualTransport = (): Transport => oneOf(TRANSPORTS, document.querySelector<HTMLMetaElement>('meta[name="trtc-transport"]')?.content ?? '') ?? 'auto';

/** Reads `location.search`. Parameters of others are let be; a wrong value of ours is a problem, never a guess. */
export function readQuery(search: string, usual: Transport = 'auto'): DemoQuery | QueryProblem {
  const given = new URLSearchParams(search);
  const wrong = (parameter: QueryProblem['parameter']): QueryProblem => ({ parameter, value: (given.get(parameter) ?? '').slice(0, SHOWN_OF_A_WRONG_VALUE) });

  const user = given.get('user') ?? '';
  if (given.has('user') && !USER_ID.test(user)) return wrong('user');
  const transport = oneOf(TRANSPORTS, given.get('transport') ?? usual);
  if (!transport) return wrong('transport');
  const picture = oneOf(PICTURES, given.get('picture') ?? 'camera');
  if (!picture) return wrong('picture');
  const ringTimeout = Number(given.get('ring-timeout') ?? 30);
  if (!Number.isInteger(ringTimeout) || ringTimeout < 1 || ringTimeout > LONGEST_RING) return wrong('ring-timeout');
  return { user, transport, picture, ringTimeout };
}

export const isProblem = (query: DemoQuery | QueryProblem): query is QueryProblem => 'parameter' in query;

/** The address of one phone, with everything else as it is here. */
export function addressOf(user: string, search: string): string {
  const parameters = new URLSearchParams(search);
  parameters.set('user', user);
  return `?${parameters}`;
}

const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined => all.find((each) => each === value);
