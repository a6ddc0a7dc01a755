const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Tells when the page's own `lang` or `dir` changes, until the returned function is called. One observer for everybody. */
export function onPageLanguage(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => { for (const each of [...listeners]) each(); });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang', 'dir'] });
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}
