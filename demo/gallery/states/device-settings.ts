import { ERRORS, type DeviceInfo } from '../../../src/index.js';
import { idle, seeing } from '../moments.js';
import type { ElementState } from '../state.js';

const DEVICES: readonly DeviceInfo[] = [
  { kind: 'microphone', deviceId: 'mic-1', label: 'Built-in microphone', facing: '' },
  { kind: 'microphone', deviceId: 'mic-2', label: 'Headset', facing: '' },
  { kind: 'camera', deviceId: 'cam-1', label: 'Front camera', facing: 'front' },
  { kind: 'speaker', deviceId: 'out-1', label: 'Built-in speakers', facing: '' },
];

const listed = { setup: (calling) => { calling.deviceList = DEVICES; } } satisfies Partial<ElementState>;

export default [
  { ...listed, name: 'in-call', parts: seeing({}, { devices: { microphone: { wanted: true, on: true, deviceId: 'mic-2', label: 'Headset' }, camera: { wanted: true, on: true, deviceId: 'cam-1', label: 'Front camera' } } }), levels: { '': 40 } },
  { ...listed, name: 'before-a-call', parts: idle },
  { name: 'no-devices', parts: idle },
  { ...listed, name: 'denied', parts: { ...idle, devices: { microphone: { error: ERRORS['permission-denied'].code }, camera: { error: ERRORS['permission-denied'].code } } } },
] satisfies readonly ElementState[];
