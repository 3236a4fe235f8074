import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { widgetScript } from '../../support/widget-script.js';

const script = await widgetScript();

describe('the widget as shipped', () => {
  it('weighs at most 15 KB gzip, its style included', () => {
    expect(script).toContain('.launcher');
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(15_000);
  });

  it('never takes text for markup or code', () => {
    expect(script).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
    );
  });

  it('loads nothing from elsewhere', () => {
    const addresses = script.match(/https?:\/\/[a-z][^\s"'`)\\]*/g) ?? [];
    expect(addresses).toEqual(['http://www.w3.org/2000/svg']);
    expect(script).not.toMatch(/@import|@font-face|url\(/);
  });
});
