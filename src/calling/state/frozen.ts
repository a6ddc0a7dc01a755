/** A frozen copy of `object` with `changes`, or the same object when they change nothing. What comes often brings a quicker `copy`. */
export function patch<T extends object>(object: T, changes: Partial<T>, copy: (object: T) => T = (one) => ({ ...one })): T {
  let next: T | undefined;
  for (const key in changes) {
    const value = changes[key];
    if (value === undefined || Object.is(value, object[key])) continue;
    next ??= copy(object);
    next[key] = value;
  }
  return next ? Object.freeze(next) : object;
}

/** A frozen copy of `list` with the items that `change` returned, or the same list when all of them are the same. */
export function patchList<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  let next: T[] | undefined;
  for (const [index, item] of list.entries()) {
    const result = change(item);
    if (Object.is(result, item)) continue;
    next ??= [...list];
    next[index] = result;
  }
  return next ? Object.freeze(next) : list;
}

/** `object`, frozen with everything below it. For values that are made once, not for every event. */
export function deepFreeze<T>(object: T): T {
  if (typeof object !== 'object' || object === null || Object.isFrozen(object)) return object;
  for (const value of Object.values(object)) deepFreeze(value);
  return Object.freeze(object);
}
