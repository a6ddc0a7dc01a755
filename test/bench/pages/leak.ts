import { live } from './leak-watch.js';
import '../../../components/define.js';
import '../../../components/call-panel/parts.define.js';
import { TRTCCalling } from '../../../src/core.js';

/** Two people in one page, each with a panel, who call each other again and again. */
async function person(userId: string): Promise<TRTCCalling> {
  const calling = await TRTCCalling.create({ local: { transport: 'broadcast' } });
  const { code, desc } = await calling.login(0, userId, '');
  if (code !== 0) throw new Error(desc);
  const provider = document.createElement('trtc-calling-provider');
  provider.calling = calling;
  const panel = document.createElement('trtc-call-panel');
  panel.style.cssText = 'block-size:360px;inline-size:480px';
  panel.ringtone = 'none';
  provider.append(panel);
  document.body.append(provider);
  return calling;
}

const [alice, bob] = await Promise.all([person('alice'), person('bob')]);

const reach = (calling: TRTCCalling, test: (state: TRTCCalling['state']) => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (test(calling.state)) return resolve();
    const stop = calling.subscribe<boolean>((is) => {
      if (!is) return;
      stop();
      resolve();
    }, { selector: test });
  });
const seesOther = (state: TRTCCalling['state']): boolean => state.call?.participants.some(({ video, link }) => video && link === 'connected') === true;

async function call(): Promise<void> {
  const placed = await alice.call('bob', 2);
  if (placed.code !== 0) throw new Error(placed.desc);
  await reach(bob, ({ call: ringing }) => ringing?.phase === 'ringing');
  await bob.accept();
  await Promise.all([alice, bob].map((one) => reach(one, seesOther)));
  await alice.hangup();
  await reach(bob, (state) => state.call === null);
  for (const one of [alice, bob]) one.dismissEnded();
}

window.leak = {
  live,
  async calls(count) {
    for (let index = 0; index < count; index += 1) await call();
  },
};
