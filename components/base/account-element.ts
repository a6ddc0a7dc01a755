import { property } from 'lit/decorators.js';
import type { EngineName, TransportName } from './account-attributes.js';
import { numberOr } from './attributes.js';
import { TrtcElement } from './trtc-element.js';

/** An element that can stand alone in a page: without a provider it logs in by its own attributes. */
export abstract class AccountElement extends TrtcElement {
  /** Without a provider: which engine. */
  @property() engine: EngineName = '';

  /** Without a provider: the SDKAppID. */
  @property({ converter: numberOr(0), attribute: 'sdk-app-id' }) sdkAppId = 0;

  /** Without a provider: who is to be logged in. */
  @property({ attribute: 'user-id' }) userId = '';

  /** Without a provider: the signature that your server made. It is never reflected or logged. */
  @property({ attribute: 'user-sig' }) userSig = '';

  /** Without a provider: the name that others see. */
  @property() nickname = '';

  /** Without a provider: the picture that others see. */
  @property({ attribute: 'avatar-url' }) avatarUrl = '';

  /** Without a provider: where the relay is. */
  @property({ attribute: 'relay-url' }) relayUrl = '';

  /** The shared secret of a relay that asks for one. It is never reflected or logged. */
  @property({ attribute: 'relay-token' }) relayToken = '';

  /** Without a provider: `auto`, `relay` or `broadcast`. */
  @property() transport: TransportName = '';

  /** Without a provider: seconds that an invitation rings. */
  @property({ converter: numberOr(0), attribute: 'ring-timeout' }) ringTimeout = 0;

  /** Without a provider: keeps no log of calls in the browser's storage. */
  @property({ type: Boolean, attribute: 'without-log' }) withoutLog = false;
}
