import { seeing } from '../moments.js';
import type { ElementState } from '../state.js';

const twoCameras: Pick<ElementState, 'setup' | 'stage'> = {
  stage: true,
  setup: (calling) => { calling.deviceList = (['front', 'back'] as const).map((deviceId) => ({ kind: 'camera', deviceId, label: `${deviceId} camera`, facing: deviceId })); },
};

export default [
  { ...twoCameras, name: 'front', parts: seeing() },
  { ...twoCameras, name: 'back', parts: seeing({}, { devices: { camera: { wanted: true, on: true, front: false } } }) },
  { ...twoCameras, name: 'camera-off', parts: seeing({}, { devices: { camera: { wanted: false, on: false } } }) },
  { name: 'one-camera', parts: seeing(), stage: true },
] satisfies readonly ElementState[];
