import { expect } from '@open-wc/testing';
import { addressOf, isProblem, readQuery } from '../../demo/query.js';

describe('readQuery', () => {
  it('shows two phones when nothing is asked for', () => {
    expect(readQuery('')).to.deep.equal({ user: '', transport: 'auto', picture: 'camera', ringTimeout: 30 });
  });

  it('reads one phone and its settings, and lets the parameters of others be', () => {
    expect(readQuery('?user=alice_2&transport=broadcast&picture=test&ring-timeout=5&utm=x'))
      .to.deep.equal({ user: 'alice_2', transport: 'broadcast', picture: 'test', ringTimeout: 5 });
  });

  for (const [search, parameter] of [
    ['?user=', 'user'], ['?user=a%20b', 'user'], [`?user=${'a'.repeat(33)}`, 'user'], ['?user=<script>', 'user'],
    ['?transport=pigeon', 'transport'], ['?picture=cat', 'picture'],
    ['?ring-timeout=0', 'ring-timeout'], ['?ring-timeout=601', 'ring-timeout'], ['?ring-timeout=1.5', 'ring-timeout'], ['?ring-timeout=soon', 'ring-timeout'],
  ] as const) {
    it(`says that ${parameter} is wrong in ${search.slice(0, 24)}`, () => {
      const answer = readQuery(search);
      expect(isProblem(answer) && answer.parameter).to.equal(parameter);
    });
  }

  it('shows only the beginning of a long wrong value', () => {
    const answer = readQuery(`?transport=${'x'.repeat(5000)}`);
    expect(isProblem(answer) && answer.value.length).to.equal(40);
  });
});

describe('addressOf', () => {
  it('changes the user and keeps the rest', () => {
    expect(addressOf('bob', '?user=alice&transport=relay')).to.equal('?user=bob&transport=relay');
    expect(addressOf('bob', '')).to.equal('?user=bob');
  });
});
