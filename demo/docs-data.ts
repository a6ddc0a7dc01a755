/** What the site knows of the kit; `.config/docs-data.js` takes it from the sources and the manifest. */
export interface Docs {
  readonly elements: readonly ElementDoc[];
  /** The custom properties of the theme. */
  readonly tokens: readonly ItemDoc[];
  /** The static methods of TRTCCalling. */
  readonly statics: readonly MemberDoc[];
  readonly calling: readonly MemberDoc[];
  /** The delegate callbacks; a signature is their parameters. */
  readonly callbacks: readonly MemberDoc[];
  /** The types of a snapshot. */
  readonly types: readonly TypeDoc[];
  /** What TRTCCalling and the engines are configured with. */
  readonly options: readonly TypeDoc[];
}

export interface ItemDoc {
  readonly name: string;
  readonly description: string;
  readonly type?: string;
  /** As it stands in the source: `''`, `false`, `8`. */
  readonly initial?: string;
}

export interface ElementDoc {
  /** `trtc-call-panel`. */
  readonly tag: string;
  /** `call-panel`. */
  readonly name: string;
  readonly className: string;
  readonly summary: string;
  readonly attributes: readonly ItemDoc[];
  /** Those without an attribute. */
  readonly properties: readonly ItemDoc[];
  readonly methods: readonly ItemDoc[];
  readonly events: readonly ItemDoc[];
  readonly slots: readonly ItemDoc[];
  readonly parts: readonly ItemDoc[];
  readonly cssProperties: readonly ItemDoc[];
  readonly states: readonly ItemDoc[];
}

export interface MemberDoc {
  readonly name: string;
  readonly kind: 'method' | 'property';
  readonly signature: string;
  readonly description: string;
}

export interface TypeDoc {
  readonly name: string;
  readonly description: string;
  readonly text: string;
  readonly members: readonly MemberDoc[];
}
