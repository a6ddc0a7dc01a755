/** The part of tls-sig-api-v2 that the dev server uses; the package ships no types. */
declare module 'tls-sig-api-v2' {
  class Api {
    constructor(sdkAppId: number, secretKey: string);
    /** `expire` in seconds. */
    genSig(userId: string, expire: number): string;
  }
  const api: { readonly Api: typeof Api };
  export default api;
}
