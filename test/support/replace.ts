/** Gives `target` other properties until the returned function is called. */
export function replace(target: object, properties: PropertyDescriptorMap): () => void {
  const before = Object.fromEntries(Object.keys(properties).map((name) => [name, Object.getOwnPropertyDescriptor(target, name)]));
  Object.defineProperties(target, Object.fromEntries(Object.entries(properties).map(([name, descriptor]) => [name, { configurable: true, ...descriptor }])));
  return () => {
    for (const [name, descriptor] of Object.entries(before)) {
      if (descriptor) Object.defineProperty(target, name, descriptor);
      else Reflect.deleteProperty(target, name);
    }
  };
}
