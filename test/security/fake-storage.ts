/** A storage that holds `read(key)` under every key and takes nothing. */
export const fakeStorage = (read: (key: string) => string): Storage =>
  ({ length: 0, key: () => null, getItem: read, setItem() {}, removeItem() {}, clear() {} });
