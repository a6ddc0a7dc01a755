/** Signed by tls-sig-api-v2 for alice on 2027-01-15T08:00:00Z, good for a day, with the key of nobody. */
export const SIGNED_USER_SIG =
  'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwok5mcmpUInilOzEgoLMFCUrQxMDCDCEyJRk5qYqWRlaQEUNIKKpFQWZRalKVhZmJjCh4sx0JSul4DBj72R9S5dc56jMUkvf5LLQwtB885LUtIikNGPnpNJcY-cA7ciMUEM-V1ulWgCDQzBc';

/** Something that says of itself when it expires, in the form of a userSig. */
export async function unsignedUserSig(content: object): Promise<string> {
  const packed = new Blob([JSON.stringify(content)]).stream().pipeThrough(new CompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const letters: Readonly<Record<string, string>> = { '+': '*', '/': '-', '=': '_' };
  return btoa(String.fromCharCode(...bytes)).replaceAll(/[+/=]/g, (letter) => letters[letter] ?? '');
}

/** Times in ms since the epoch. */
export const userSigFor = (from: number, until: number): Promise<string> =>
  unsignedUserSig({ 'TLS.ver': '2.0', 'TLS.identifier': 'alice', 'TLS.sdkappid': 1_400_000_001, 'TLS.time': from / 1000, 'TLS.expire': (until - from) / 1000, 'TLS.sig': crypto.randomUUID() });
