/**
 * The JSON that travels as the `data` of an invitation and of its answers, as TRTCCalling clients on Flutter, Android,
 * iOS and the web write it. One message of ours serves both generations of it; reading takes anything, bounds every
 * string and list, and never throws.
 */
export { decodeAnswer, decodeInvitation, type AnswerSignal, type CallSignal } from './signal/decode.js';
export { encodeAccept, encodeCall, encodeCancel, encodeHangup, encodeReject, encodeSwitch, encodeSwitchAnswer } from './signal/encode.js';
export { cleanText } from './signal/text.js';
export { isForeignId, isRoomId, isUserId } from './signal/ids.js';
