import { encodeAccept, encodeCall, encodeCancel, encodeHangup, encodeReject, encodeSwitch, encodeSwitchAnswer } from './signal-codec.js';
import type { Answer, Invitation } from './state/effect.js';

/** The payload of an invitation that the reducer asks for. */
export function encodeInvitation(invitation: Invitation): string {
  switch (invitation.kind) {
    case 'call': return encodeCall(invitation);
    case 'hangup': return encodeHangup(invitation);
    case 'switch': return encodeSwitch(invitation);
    default: return invitation satisfies never;
  }
}

/** The payload of an accept, reject or cancel. */
export function encodeAnswer(answer: Answer): string {
  if (answer.kind === 'cancel') return encodeCancel(answer);
  if (answer.switching) return encodeSwitchAnswer(answer);
  return answer.kind === 'accept' ? encodeAccept(answer) : encodeReject(answer);
}
