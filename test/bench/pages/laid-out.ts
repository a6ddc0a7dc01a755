/** Marks the moment, with the layout that the browser would do next done now. */
export function markLaidOut(element: Element): void {
  element.getBoundingClientRect();
  window.laidOut = performance.now();
}
