import { ContextRoot } from '@lit/context';
import { isServer } from 'lit';

let root: ContextRoot | undefined;

/**
 * Registers an element, and leaves the name alone where a copy of this package (or somebody else) took it before.
 * The context root lets a child that was upgraded before its provider still get the provider's Calling.
 */
export function defineElement(name: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  if (!root) {
    root = new ContextRoot();
    if (!isServer) root.attach(document.documentElement);
  }
  if (!customElements.get(name)) customElements.define(name, element);
}
