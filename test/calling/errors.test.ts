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
    for (const options of [{ ringTimeout: 0 }, { ringTimeout: Number.NaN }, { engine: 'fax' } as unknown as CallingOptions]) {
      const error = await refusal(options);
      expect(error).to.be.instanceOf(CallError);
      expect(String(error)).to.contain(ERRORS['invalid-argument'].desc);
    }
  });
});
