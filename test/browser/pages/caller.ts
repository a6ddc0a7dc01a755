/** A customer's page with the drop-in panel and a TRTCCalling of its own making, as its address says. It comes up again after a reload. */
import '../../../components/define.js';
import { TRTCCalling, type CallingOptions } from '../../../src/index.js';

declare global {
  interface Window {
    calling: TRTCCalling;
    /** The names of the callbacks so far; they do not outlive a reload. */
    callbacks: string[];
    /** From the test: where the page has its ICE servers from. */
    iceServers?: () => Promise<RTCIceServer[]>;
  }
}

const parameters = new URLSearchParams(location.search);
const options: CallingOptions = JSON.parse(parameters.get('options') ?? '{}');
const asked = parameters.has('ask') ? { iceServers: async () => (await window.iceServers?.() ?? []).map(({ urls, username = '', credential = '' }) => ({ urls, username, credential })) } : {};

const calling = await TRTCCalling.sharedInstance({ ...options, local: { ...options.local, ...asked } });
window.callbacks = [];
calling.registerListener((...[type]) => { window.callbacks.push(type); });
window.calling = calling;
await calling.login(0, parameters.get('user') ?? '', '');
