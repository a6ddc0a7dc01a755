import type { TemplateResult } from 'lit';
import type { FakeCalling } from '../../test/support/fake-calling.js';
import type { SnapshotParts } from '../../test/support/snapshots.js';

/**
 * One state of an element, made by hand: what is true, and how the element is written. Pictures follow from the snapshot:
 * whoever has `video` or `screen` in it shows one.
 */
export interface ElementState {
  /** Unique for its element; it stands in addresses: small letters, digits and hyphens. */
  readonly name: string;
  readonly parts?: SnapshotParts;
  /** `true` is an attribute without a value. */
  readonly attributes?: Readonly<Record<string, string | true>>;
  readonly properties?: Readonly<Record<string, unknown>>;
  /** What is slotted, as HTML would have it. */
  readonly content?: () => TemplateResult;
  /** Loudness by user id, 0 to 100; '' is oneself. */
  readonly levels?: Readonly<Record<string, number>>;
  /** More that the fake is to know before anything is rendered. */
  readonly setup?: (calling: FakeCalling) => void;
  /** What a person did to get here; called when the element has been rendered. */
  readonly act?: (element: HTMLElement, calling: FakeCalling) => void | Promise<void>;
  /** The room that the element gets, px; without one it is as large as it likes to be. */
  readonly height?: number;
  /** Put on a dark ground, where it lives in a call. */
  readonly stage?: boolean;
}

/** What a file in states/ exports. */
export interface StatesModule {
  readonly default: readonly ElementState[];
}
