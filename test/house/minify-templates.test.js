import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../.config/entries.js';
import { minifyCss, minifyHtml } from '../../.config/minify-templates.js';

describe('minifyCss', () => {
  it('takes comments and needless spaces out', () => {
    assert.equal(minifyCss('\n  /* why */\n  :host {\n    display: block;\n    gap: 12px  16px;\n  }\n\n  .a,\n  .b { color: red; }\n'), ' :host{display:block;gap:12px 16px}.a,.b{color:red}');
  });

  it('leaves what a space means: descendants, states, sums, strings', () => {
    for (const css of ['.a :hover{x:y}', ':host(:state(rtl)) .b{x:y}', '.a:not(:defined) > b{x:y}', 'x:calc(100% + 8px - 2px)', `content:'a  ;  b'`, '@media (hover: none) and (width > 4px)'.replace(': ', ':')]) {
      assert.equal(minifyCss(css), css);
    }
  });
});

describe('minifyHtml', () => {
  it('makes one space of many and never none of one', () => {
    assert.equal(minifyHtml('<b>a</b>\n   <i>b</i> <u\n  title="x">'), '<b>a</b> <i>b</i> <u title="x">');
  });
});

describe('The built elements', () => {
  it('carry no indentation in their templates', () => {
    const files = readdirSync(join(ROOT, 'dist/components'), { recursive: true }).map(String).filter((file) => file.endsWith('.styles.js'));
    assert.ok(files.length > 10);
    for (const file of files) {
      const [, css = ''] = /css`([^`]*)`/.exec(readFileSync(join(ROOT, 'dist/components', file), 'utf8')) ?? [];
      assert.equal(/\n| {2}|\/\*/.test(css), false, file);
    }
  });
});
