/** What the dev server's signer answers. */
export interface SignedUser {
  readonly sdkAppId: number;
  readonly userSig: string;
}

const PATH = '/user-sig';

/** The built site has no server of ours, and says so in its head. */
const isBuiltSite = (): boolean => document.querySelector('meta[name="trtc-transport"]') !== null;

/** Whether the server of this page can sign: it has a key in its `.env`. */
export async function canSign(): Promise<boolean> {
  if (isBuiltSite()) return false;
  try {
    const answer: unknown = await (await fetch(PATH)).json();
    return typeof answer === 'object' && answer !== null && 'available' in answer && answer.available === true;
  } catch {
    return false;
  }
}

/** Rejects with the signer's own sentence when it refuses. */
export async function signHere(userId: string): Promise<SignedUser> {
  const response = await fetch(PATH, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userId }) });
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null) throw new Error(`The signer answered ${response.status}.`);
  if ('sdkAppId' in answer && typeof answer.sdkAppId === 'number' && 'userSig' in answer && typeof answer.userSig === 'string') {
    return { sdkAppId: answer.sdkAppId, userSig: answer.userSig };
  }
  throw new Error('error' in answer ? String(answer.error) : `The signer answered ${response.status}.`);
}
