import { expect } from '@open-wc/testing';
import { ERRORS } from '../../src/calling/error-table.js';
import { CallError, CODES, loadErrorTable } from '../../src/calling/errors.js';
import { TRTCCalling, type CallingOptions } from '../../src/trtc-calling.js';

describe('CallError', () => {
  it('says its sentence as soon as the table has been fetched', async () => {
    await loadErrorTable();
    for (const [name, { code, desc }] of Object.entries(ERRORS)) {
      expect(Object.hasOwn(CODES, name), name).to.equal(true);
      expect(new CallError(name as keyof typeof ERRORS)).to.include({ code, message: desc });
    }
  });
});

describe('TRTCCalling.create', () => {
  const refusal = (options: CallingOptions): Promise<unknown> => TRTCCalling.create(options).then(() => 'made', (thrown: unknown) => thrown);

  it('refuses with a whole sentence, though that has to be fetched first', async () => {
    const parts = { name: 'x', signaling: {}, room: {}, devices: {}, dispose() {} };
    const wrong: readonly unknown[] = [
      null, 7, 'local', { ringTimeout: 0 }, { ringTimeout: Number.NaN }, { ringTimeout: '30' }, { engine: 'fax' }, { engine: null }, { engine: parts },
      { clock: 5 }, { clock: { now: () => 0 } }, { playback: {} }, { profileResolver: 5 },
    ];
    for (const options of wrong) {
      const error = await refusal(options as CallingOptions);
      expect(error, JSON.stringify(options)).to.be.instanceOf(CallError);
      expect(String(error)).to.contain(ERRORS['invalid-argument'].desc);
    }
  });
});
