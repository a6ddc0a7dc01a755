import { CallError } from '../../src/calling/errors.js';
import { BrowserDevices } from '../../src/engines/media/browser-devices.js';

/** What the browser must have, and what it has. Throws insecure-context or webrtc-unsupported. */
export function checkEnvironment(): string {
  const devices = new BrowserDevices();
  const { unsupported } = devices;
  devices.dispose();
  if (unsupported) throw unsupported;
  const codecs = new Set((RTCRtpSender.getCapabilities('video')?.codecs ?? []).map(({ mimeType }) => mimeType.replace('video/', '')));
  if (!codecs.has('H264') && !codecs.has('VP8')) throw new CallError('webrtc-unsupported', { detail: 'Neither H264 nor VP8 can be sent.' });
  const more = [
    typeof Worker === 'undefined' ? 'no workers' : 'workers',
    'setSinkId' in HTMLMediaElement.prototype ? 'sound output can be chosen' : 'sound output cannot be chosen',
    navigator.onLine ? 'online' : 'offline, says the browser',
  ];
  return `${[...codecs].filter((codec) => /^(H264|VP8|VP9|AV1|H265)$/.test(codec)).join(', ')}; ${more.join('; ')}`;
}

/** Opens a device and closes it again. Rejects with its reason. @returns its name and what it gives */
export async function checkDevice(kind: 'microphone' | 'camera', signal: AbortSignal): Promise<string> {
  const devices = new BrowserDevices();
  try {
    const { track, label } = await devices.open(kind, {}, signal);
    if (!(track instanceof MediaStreamTrack)) throw new CallError('internal', { detail: 'Not a track of the browser.' });
    const { width, height, frameRate, sampleRate } = track.getSettings();
    const gives = kind === 'camera' ? `${width} × ${height}, ${Math.round(frameRate ?? 0)}/s` : `${sampleRate ?? '?'} Hz`;
    return `${label || 'without a name'}; ${gives}`;
  } finally {
    devices.close(kind);
    devices.dispose();
  }
}
