import type { MediaDeviceKindName } from '../../calling/state/call-state.js';
import type { DeviceInfo } from '../engine.js';

const KINDS = { audioinput: 'microphone', videoinput: 'camera', audiooutput: 'speaker' } as const satisfies Record<MediaDeviceKind, MediaDeviceKindName>;

export const DEVICE_KINDS: readonly MediaDeviceKindName[] = ['microphone', 'camera', 'speaker'];

/** Every device that the page may know of; empty where devices cannot be listed. */
export async function listDevices(): Promise<readonly DeviceInfo[]> {
  if (!globalThis.navigator?.mediaDevices?.enumerateDevices) return [];
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.map((device) => ({ deviceId: device.deviceId, kind: KINDS[device.kind], label: device.label, facing: facingOf(device) }));
}

/** By the capabilities where the browser tells them, else by the words that phones put into the label. */
function facingOf(device: MediaDeviceInfo): DeviceInfo['facing'] {
  if (device.kind !== 'videoinput') return '';
  const modes = canTellCapabilities(device) ? device.getCapabilities().facingMode ?? [] : [];
  if (modes.includes('user') || /\bfront\b/i.test(device.label)) return 'front';
  return modes.includes('environment') || /\b(?:back|rear)\b/i.test(device.label) ? 'back' : '';
}

/** InputDeviceInfo (Media Capture and Streams section 9.3); not every browser has it. */
const canTellCapabilities = (device: MediaDeviceInfo): device is InputDeviceInfo => 'getCapabilities' in device;

/** Changes when the list of that kind does, labels included: they appear with the permission. */
export const signatureOf = (devices: readonly DeviceInfo[], kind: MediaDeviceKindName): string =>
  JSON.stringify(devices.filter((device) => device.kind === kind).map(({ deviceId, label }) => [deviceId, label]));
