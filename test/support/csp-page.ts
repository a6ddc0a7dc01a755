import '../../components/define.js';
import { FakeCalling } from './fake-calling.js';
import { settled } from './mount.js';
import { buildParticipant, type SnapshotParts } from './snapshots.js';

/** Runs inside a page with a strict policy: shows every phase, and tells the outer page which rules were broken. */
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, lineNumber }) => {
  violations.push(`${violatedDirective} ${sourceFile}:${lineNumber}`);
});

const people = ['bob', 'carol'].map((userId) => buildParticipant({ userId, video: true, quality: 5, audio: false }));
const PHASES: readonly SnapshotParts[] = [
  {}, { call: { phase: 'dialling' } }, { call: { phase: 'ringing', type: 2 } }, { call: { phase: 'connecting', type: 2 } }, { call: {} },
  { call: { type: 2, participants: people.slice(0, 1) } }, { call: { type: 2, participants: people } }, { ended: {} }, { interrupted: {} },
  { call: {}, devices: { microphone: { error: 60005 } } },
];

const calling = new FakeCalling();
const provider = document.createElement('trtc-calling-provider');
provider.calling = calling;
const panel = document.createElement('trtc-call-panel');
Object.assign(panel, { dialer: true, ringtone: 'none' });
provider.append(panel);
document.body.append(provider);
let shown = 0;
for (const phase of PHASES) {
  calling.set(phase);
  calling.setLevel('bob', 50 + shown);
  await settled(provider);
  shown += 1;
}
parent.postMessage({ from: 'csp-page', shown, violations }, parent.location.origin);
