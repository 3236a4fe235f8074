import { createApp } from './app.js';
import { guarded } from './guard.js';
import { readSettings } from './settings.js';

const TAG = 'motcua-widget';

/** Runs while the host page loads: does nothing but note where it stands and wait. */
const install = guarded(() => {
  const script = document.currentScript ?? document.querySelector('script[src*="widget.js"]');
  if (!(script instanceof HTMLScriptElement)) return;
  const settings = readSettings(script, document.documentElement.lang);
  if (!settings || document.querySelector(TAG)) return;
  const mount = guarded(() => {
    if (document.querySelector(TAG)) return;
    const host = document.createElement(TAG);
    if (settings.mode === 'page' && document.body.contains(script)) script.after(host);
    else document.body.append(host);
    createApp(host, settings);
  });
  if (settings.mode === 'page') whenParsed(mount);
  else whenIdle(mount);
});

const whenParsed = (work: () => void): void => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', work, { once: true });
  else setTimeout(work);
};

/** After the host page has loaded and has nothing better to do. */
const whenIdle = (work: () => void): void => {
  const soon = (): void => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2_000 });
    else setTimeout(work, 200);
  };
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
};

install();
