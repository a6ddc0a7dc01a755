/** What is left of an observer where pages are rendered on a server: there is nothing to see. */
const BLIND: Pick<ResizeObserver, 'observe' | 'unobserve' | 'disconnect'> = { observe: () => undefined, unobserve: () => undefined, disconnect: () => undefined };

/** A ResizeObserver for the field of an element, whose class must also be made in Node. */
export const observeSizes = (callback: ResizeObserverCallback): typeof BLIND =>
  (typeof ResizeObserver === 'undefined' ? BLIND : new ResizeObserver(callback));

/** An IntersectionObserver, likewise. */
export const observeSight = (callback: IntersectionObserverCallback): Pick<IntersectionObserver, 'observe' | 'unobserve' | 'disconnect'> =>
  (typeof IntersectionObserver === 'undefined' ? BLIND : new IntersectionObserver(callback));
