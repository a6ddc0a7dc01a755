import { expect } from '@open-wc/testing';
import { isEcho } from '../../components/base/double-press.js';

/** A click of a person at (x, y); `detail` 0 is a key or a script. */
const click = (timeStamp: number, x = 100, y = 100, detail = 1): MouseEvent => {
  const event = new MouseEvent('click', { clientX: x, clientY: y, detail });
  Object.defineProperty(event, 'timeStamp', { value: timeStamp });
  return event;
};

describe('isEcho', () => {
  const [answer, hangUp] = [{}, {}];
  let now = 0;
  beforeEach(() => { now += 10_000; });

  it('the second half of a double click on a button that made way is one', () => {
    expect(isEcho(answer, click(now))).to.equal(false);
    expect(isEcho(hangUp, click(now + 200, 103, 98))).to.equal(true);
  });

  it('two clicks on one button are not: who mutes and unmutes quickly means both', () => {
    expect([isEcho(answer, click(now)), isEcho(answer, click(now + 100))]).to.deep.equal([false, false]);
  });

  it('a later click, or one elsewhere, is not', () => {
    isEcho(answer, click(now));
    expect(isEcho(hangUp, click(now + 600))).to.equal(false);
    isEcho(answer, click(now + 5000));
    expect(isEcho(hangUp, click(now + 5100, 160))).to.equal(false);
  });

  it('a key or a script is not', () => {
    isEcho(answer, click(now));
    expect(isEcho(hangUp, click(now + 100, 0, 0, 0))).to.equal(false);
  });
});
