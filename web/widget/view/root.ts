import css from '../widget.css?inline';
import type { Settings } from '../settings.js';
import { element } from './element.js';
import type { Labels } from './labels.js';

/** The border to the host page: no style crosses it in either direction. */
export const createRoot = (
  host: HTMLElement,
  labels: Labels,
  mode: Settings['mode'],
  ...children: HTMLElement[]
): void => {
  host.setAttribute('data-mode', mode);
  const shadow = host.attachShadow({ mode: 'open' });
  const root = element('div', { class: `root on-${mode}`, role: 'region' }, ...children);
  labels.bind((texts) => {
    root.lang = labels.language();
    root.setAttribute('aria-label', texts.assistant);
  });
  dress(shadow);
  shadow.append(root);
};

/** A constructed sheet needs no permission from the host page's content security policy; older browsers get an element. */
const dress = (shadow: ShadowRoot): void => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    shadow.append(element('style', {}, css));
  }
};
