/** trtc-js-sdk types its main file only; this is the same object in its ES file. */
declare module 'trtc-js-sdk/trtc.esm.js' {
  import TRTC from 'trtc-js-sdk';
  export default TRTC;
}

/** Ships no types. What is used of it is typed in im-types.ts, and checked when it is loaded. */
declare module 'tsignaling' {
  const TSignaling: unknown;
  export default TSignaling;
}
