import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWidgetBench } from '../../support/widget-bench.js';
import type { WidgetBench } from '../../support/widget-bench.js';

let bench: WidgetBench;

beforeAll(async () => {
  bench = await startWidgetBench();
});
afterAll(() => bench.close());

const STYLE_OF = (node: string): string => `({ ...getComputedStyle(${node}) }).cssText +
  JSON.stringify([...getComputedStyle(${node})].map((name) => getComputedStyle(${node})[name]))`;

describe('on the page of an office', () => {
  it('leaves style, globals and the document as they were', async () => {
    const look = `[document.body, document.documentElement, document.querySelector('#news'), document.querySelector('a')]
      .map((node) => ${STYLE_OF('node')}).join()`;
    const { page, launcher } = await bench.open({
      head: `<script>window.globalsBefore = Object.keys(window)</script>
        <script>addEventListener('DOMContentLoaded', () => { window.lookBefore = ${look} })</script>`,
    });
    await launcher.click();
    await page.locator('.bot').first().waitFor();
    expect(await page.evaluate(`(${look}) === window.lookBefore`)).toBe(true);
    expect(
      await page.evaluate(
        `Object.keys(window).filter((key) => !globalsBefore.includes(key) && !['globalsBefore', 'lookBefore'].includes(key))`,
      ),
    ).toEqual([]);
    expect(await page.evaluate('document.styleSheets.length + document.adoptedStyleSheets.length')).toBe(0);
    expect(await page.evaluate('document.head.childElementCount')).toBe(5);
    await page.context().close();
  });

  it('keeps its look whatever the host does to every element', async () => {
    const { page, launcher, inside } = await bench.open({
      head: `<style>html { font-size: 62.5% } * { color: lime !important; font: 40px serif !important; text-transform: uppercase;
        letter-spacing: 9px } button, motcua-widget { display: none !important } div { position: static !important }</style>`,
    });
    await launcher.click();
    await page.locator('.bot .bubble').first().waitFor();
    const style = await inside<Record<string, string>>(
      `(({ fontSize, color, letterSpacing, textTransform }) => ({ fontSize, color, letterSpacing, textTransform }))(getComputedStyle($('.bot .bubble')))`,
    );
    expect(style).toEqual({
      fontSize: '16px',
      color: 'rgb(32, 37, 43)',
      letterSpacing: 'normal',
      textTransform: 'none',
    });
    await page.context().close();
  });

  it('asks the server for nothing until it is opened', async () => {
    const before = bench.server.requests.length;
    const { page, launcher } = await bench.open();
    await launcher.waitFor();
    await page.waitForLoadState('networkidle');
    const calls = bench.server.requests.slice(before).filter((request) => request.includes('/v3/'));
    expect(calls).toEqual([]);
    await page.context().close();
  });

  it('works beside a host script that throws, and throws nothing itself', async () => {
    const { page, launcher, errors } = await bench.open({
      head: `<script>throw new Error('the host itself')</script>`,
    });
    await launcher.click();
    await page.locator('.bot').first().waitFor();
    expect(errors).toEqual(['the host itself']);
    await page.context().close();
  });

  it('stays silent when its server is away or what comes back is no Direct Line', async () => {
    const away = await bench.open({ data: 'data-server="http://127.0.0.1:9"' });
    await away.launcher.click();
    await away.banner.waitFor();
    expect(away.errors).toEqual([]);
    await away.page.context().close();
    const odd = await bench.open({
      head: `<script>fetch = () => Promise.resolve(new Response('<html>', { status: 200 }))</script>`,
    });
    await odd.launcher.click();
    await odd.input.waitFor();
    await odd.send('có ai không');
    await odd.own.first().waitFor();
    expect(odd.errors).toEqual([]);
    await odd.page.context().close();
  });

  it('works where storage is forbidden', async () => {
    const { page, launcher, errors, send } = await bench.open({
      head: `<script>Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('forbidden') } })</script>`,
    });
    await launcher.click();
    await page.locator('.bot').first().waitFor();
    await send('vẫn gửi được');
    await page.getByText('Đã nghe: vẫn gửi được').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('keeps its style under a strict content security policy', async () => {
    const { page, launcher, inside } = await bench.open({
      head: `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self' ws:">`,
    });
    await launcher.click();
    await page.locator('.bot').first().waitFor();
    expect(await inside(`getComputedStyle($('.head')).backgroundColor`)).toBe('rgb(125, 26, 31)');
    await page.context().close();
  });

  it('comes once although the script stands there twice', async () => {
    const { page, launcher } = await bench.open({
      head: '<script src="/widget.js" defer></script>',
    });
    await launcher.first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('motcua-widget').count()).toBe(1);
    await page.context().close();
  });

  it.each(['javascript:alert(1)', 'ftp://example.vn', 'http://'])(
    'stays away when its server is %s',
    async (server) => {
      const { page, errors } = await bench.open({ data: `data-server="${server}"` });
      await page.waitForLoadState('networkidle');
      expect(await page.locator('motcua-widget').count()).toBe(0);
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );
});
