/** What the bench asks of one side of a call, however it is made. Times are ms since the epoch, the same in both frames. */
export interface Side {
  /** When it began to ring here. */
  ringing: Promise<number>;
  /** When the first picture of the other one was on the screen. */
  frame: Promise<number>;
  prepare(): Promise<void>;
  /** Arms the two promises for the next call. */
  listen(): void;
  call(): number;
  /** While it rings: what the dialog does before anybody answers. */
  preview(): Promise<void>;
  answer(): number;
  hangUp(): Promise<void>;
  isIdle(): boolean;
  /** ms for one message there and one back; only where it is written by hand. */
  round?(): Promise<number>;
}

export const clock = (): number => performance.timeOrigin + performance.now();

/** The next picture that the element really shows (requestVideoFrameCallback). */
export const firstFrame = (video: HTMLVideoElement): Promise<number> =>
  new Promise((resolve) => { video.requestVideoFrameCallback(() => resolve(clock())); });
