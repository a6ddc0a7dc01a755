/** What a notification carries and what its worker says to the page. Shared by both, so it imports nothing. */
export const NOTIFICATION_KIND = 'trtc-call';

/** `show`: only bring the page to the front. */
export type NotificationAction = 'answer' | 'decline' | 'show';

export interface WorkerMessage {
  readonly kind: typeof NOTIFICATION_KIND;
  readonly action: NotificationAction;
  /** Which call, as the page named it. */
  readonly key: string;
}

const MAX_KEY_LENGTH = 256;

export function isWorkerMessage(value: unknown): value is WorkerMessage {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, action, key }: Readonly<Record<string, unknown>> = { ...value };
  return kind === NOTIFICATION_KIND && (action === 'answer' || action === 'decline' || action === 'show') && typeof key === 'string' && key.length <= MAX_KEY_LENGTH;
}
