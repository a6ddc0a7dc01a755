/** 32 hexadecimal digits. Not `randomUUID`, which insecure pages lack: there the error should be the one about devices. */
export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A room that every client family can enter: 1 to 2147483647. */
export const randomRoomId = (): number => {
  const [bits = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (bits >>> 1) || 1;
};
