import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { DESKTOP, launchBrowser, openPage } from './browser.js';
import { startDirectLineStandIn } from './direct-line-stand-in.js';
import { standInAnswer } from './stand-in-answers.js';
import { widgetScript } from './widget-script.js';

interface HostPage {
  /** Attributes of the script element. */
  data?: string;
  /** In the head: the host's own style and scripts. */
  head?: string;
  lang?: string;
}

const hostPage = ({ data = '', head = '', lang = 'vi' }: HostPage): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Sở Nội vụ</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}</head>
<body><main><h1>Trang tin</h1><p id="news">Tin của cơ quan</p><a href="#news">Đọc tiếp</a></main>
<script src="/widget.js" data-office="Sở Nội vụ tỉnh Mẫu" data-hotline="1900 1022 (giờ hành chính)" ${data}></script></body></html>`;

/** A browser, a stand-in server, and host pages with the widget on them. */
export const startWidgetBench = async () => {
  const [browser, server, script] = await Promise.all([
    launchBrowser(),
    startDirectLineStandIn(standInAnswer),
    widgetScript(),
  ]);
  server.serve('/widget.js', script, 'text/javascript; charset=utf-8');
  return {
    browser,
    server,
    /** A host page in a fresh browser context. */
    open: async (
      host: HostPage = {},
      viewport = DESKTOP,
      options: BrowserContextOptions = {},
    ): Promise<Visit> => {
      server.serve('/host', hostPage(host));
      const opened = await openPage(browser, viewport, options);
      await opened.page.goto(`${server.url}/host`);
      return visitOf(opened.page, opened.errors);
    },
    close: async (): Promise<void> => {
      await browser.close();
      await server.close();
    },
  };
};
export type WidgetBench = Awaited<ReturnType<typeof startWidgetBench>>;

export interface Visit {
  page: Page;
  errors: string[];
  launcher: Locator;
  dialog: Locator;
  input: Locator;
  /** Messages of the assistant and of the citizen, in order, as shown. */
  bubbles: Locator;
  answers: Locator;
  own: Locator;
  banner: Locator;
  send: (text: string) => Promise<void>;
  /** Evaluates an expression in the page; `$` finds the first such node of the widget. */
  inside: <Value>(expression: string) => Promise<Value>;
}

const visitOf = (page: Page, errors: string[]): Visit => {
  const input = page.getByRole('textbox');
  return {
    page,
    errors,
    launcher: page.locator('.launcher'),
    dialog: page.getByRole('dialog'),
    input,
    bubbles: page.locator('.bubble, .card'),
    answers: page.locator('.bot'),
    own: page.locator('.own'),
    banner: page.locator('.banner'),
    inside: (expression) =>
      page.evaluate(
        `(($) => ${expression})((found) => document.querySelector('motcua-widget').shadowRoot.querySelector(found))`,
      ),
    send: async (text) => {
      await input.fill(text);
      await input.press('Enter');
    },
  };
};
