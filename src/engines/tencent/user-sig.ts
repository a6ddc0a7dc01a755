/** A userSig has a few hundred characters, and what is in it a few more. */
const MAX_SIG_LENGTH = 4096;
const MAX_CONTENT_BYTES = 8192;
/** How a userSig spells base64 (TLSSigAPIv2). */
const BASE64: Readonly<Record<string, string>> = { '*': '+', '-': '/', _: '=' };

/** What a userSig says of itself, ms since the epoch. Nobody has checked it: good for a warning and nothing else. */
export interface SignatureLife {
  readonly from: number;
  readonly until: number;
}

/**
 * Reads when a userSig was made and when it expires: base64 of zlib of JSON with `TLS.time` and `TLS.expire` in seconds
 * (RFC 4648 with other characters, RFC 1950). undefined for anything else, and where the browser cannot unpack it.
 */
export async function lifeOf(userSig: string): Promise<SignatureLife | undefined> {
  if (userSig.length > MAX_SIG_LENGTH || typeof DecompressionStream === 'undefined') return undefined;
  try {
    const packed = Uint8Array.from(atob(userSig.replaceAll(/[*_-]/g, (letter) => BASE64[letter] ?? '')), (letter) => letter.charCodeAt(0));
    const content: unknown = JSON.parse(await unpack(packed));
    if (typeof content !== 'object' || content === null) return undefined;
    const [time, expire] = [secondsIn(content, 'TLS.time'), secondsIn(content, 'TLS.expire')];
    return time > 0 && expire > 0 ? { from: time * 1000, until: (time + expire) * 1000 } : undefined;
  } catch {
    // Not base64, not zlib, not JSON: the service is the judge of that.
    return undefined;
  }
}

/** Rejects for what is longer than a signature can be, however small it is packed. */
async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_CONTENT_BYTES) {
      await reader.cancel();
      throw new RangeError('Too long for a signature.');
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** A whole number, or one as text, of at most a century or so; 0 for anything else. */
function secondsIn(content: object, name: string): number {
  const value = Number(Reflect.get(content, name));
  return Number.isSafeInteger(value) && value < 1e11 ? value : 0;
}
