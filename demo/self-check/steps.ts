/** The steps of a self-check, in their order. */
export const STEPS = [
  'environment', 'microphone', 'camera', 'loginFirst', 'loginSecond', 'ring', 'answer', 'media', 'mute', 'hangUp', 'logout',
] as const;

export type StepId = (typeof STEPS)[number];

/** `skipped`: what it needs had failed. */
export type StepState = 'waiting' | 'running' | 'passed' | 'failed' | 'skipped';

export interface StepResult {
  readonly id: StepId;
  readonly state: StepState;
  /** Milliseconds; 0 until it is over. */
  readonly ms: number;
  /** A code of ERRORS or of Tencent; 0 when nothing went wrong. */
  readonly code: number;
  /** What was found, or the failure's own sentence: for the report, in English. */
  readonly detail: string;
}

export const waiting = (id: StepId): StepResult => ({ id, state: 'waiting', ms: 0, code: 0, detail: '' });

export interface Account {
  readonly userId: string;
  readonly userSig: string;
}

/** Two users of one application, who are to call each other. */
export interface Accounts {
  readonly sdkAppId: number;
  readonly first: Account;
  readonly second: Account;
}
