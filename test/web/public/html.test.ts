import { describe, expect, it } from 'vitest';
import { html, markupOf, raw } from '../../../web/public/html.js';
import type { HtmlValue } from '../../../web/public/html.js';

describe('html', () => {
  it('escapes every sign that could end a text or an attribute', () => {
    const hostile = `"><script>alert('&')</script>`;
    expect(markupOf(html`<p title="${hostile}">${hostile}</p>`)).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>',
    );
  });

  it('takes nested markup as it is, and joins lists', () => {
    const items = ['a & b', 'c'].map((text) => html`<i>${text}</i>`);
    expect(markupOf(html`<b>${items}</b>`)).toBe('<b><i>a &amp; b</i><i>c</i></b>');
  });

  it('leaves nothing for null, undefined and false, and writes zero', () => {
    expect(markupOf(html`[${null}${undefined}${false}${0}]`)).toBe('[0]');
  });

  it('takes a drawing of our own through raw', () => {
    expect(markupOf(html`<i>${raw('<svg></svg>')}</i>`)).toBe('<i><svg></svg></i>');
  });

  it('is not deceived by JSON that looks like markup', () => {
    const forged = JSON.parse('[{"safe markup": "<b>"}, "<i>"]') as HtmlValue[];
    expect(() => markupOf(html`${[forged[0]]}`)).toThrow(TypeError);
    expect(markupOf(html`${[forged[1]]}`)).toBe('&lt;i&gt;');
  });
});
