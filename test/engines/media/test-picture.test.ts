import { expect } from '@open-wc/testing';
import { createLevelMeter, toVolume } from '../../../src/engines/media/level-meter.js';
import { createTestPicture, createTestTone, testPictureCapture } from '../../../src/engines/media/test-picture.js';
import { until } from '../../contract/world.js';

describe('createTestPicture', () => {
  it('moves, in the size that was asked for, until it is stopped', async () => {
    const track = createTestPicture({ label: 'Alice', width: 320, height: 180 });
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = new MediaStream([track]);
    document.body.append(video);
    await video.play();
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 180;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const look = (): string => {
      context?.drawImage(video, 0, 0);
      return context?.getImageData(0, 0, 320, 180).data.join() ?? '';
    };
    const before = look();
    await until(() => look() !== before, () => 'the picture to move', 5000);
    expect([video.videoWidth, video.videoHeight]).to.deep.equal([320, 180]);
    track.stop();
    video.srcObject = null;
    video.remove();
  });
});

describe('createTestTone', () => {
  it('is heard by a level meter wherever Web Audio runs, and the meter gives everything back', async () => {
    const track = createTestTone();
    const meter = createLevelMeter(track);
    if (await webAudioRuns()) await until(() => toVolume(meter.read()) > 0, () => 'a level above 0', 5000);
    else expect(meter.read()).to.equal(0);
    meter.close();
    meter.close();
    expect(meter.read()).to.equal(0);
    track.stop();
    expect(track.readyState).to.equal('ended');
  });
});

/** Firefox never starts Web Audio on a machine without an audio output. */
async function webAudioRuns(): Promise<boolean> {
  const context = new AudioContext();
  await until(() => context.state === 'running', () => 'Web Audio to run', 1000).catch(() => {});
  const { state } = context;
  void context.close();
  return state === 'running';
}

describe('testPictureCapture', () => {
  it('shows the picture as the camera, and leaves the microphone to the machine unless told otherwise', async () => {
    const camera = await testPictureCapture({ label: 'Bob' })('camera', {});
    const microphone = await testPictureCapture({ label: 'Bob' })('microphone', {});
    const tone = await testPictureCapture({ label: 'Bob', tone: true })('microphone', {});
    expect([camera.kind, microphone.kind, tone.kind]).to.deep.equal(['video', 'audio', 'audio']);
    expect(microphone.getSettings().deviceId ?? '').to.not.equal('');
    for (const track of [camera, microphone, tone]) track.stop();
  });
});

describe('toVolume', () => {
  it('is 0 for silence and nonsense, 100 for full, and grows between', () => {
    expect([0, -1, Number.NaN, 0.0001].map(toVolume)).to.deep.equal([0, 0, 0, 0]);
    expect(toVolume(1)).to.equal(100);
    const rising = [0.003, 0.01, 0.05, 0.1, 0.3].map(toVolume);
    expect(rising).to.deep.equal(rising.toSorted((one, other) => one - other));
    expect(new Set(rising).size).to.equal(5);
  });
});
