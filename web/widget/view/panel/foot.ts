import { element, on } from '../element.js';
import type { Labels } from '../labels.js';
import { createConfirmation } from './confirmation.js';

const CALLABLE = /^[\d\s.()+-]{3,}$/;

interface FootDeps {
  labels: Labels;
  hotline: string;
  restart: () => void;
  /** Is there anything a fresh start would clear? */
  mustAsk: () => boolean;
}

/** Below the input: whom to call instead, and a fresh start, asked twice because it clears what is shown. */
export const createFoot = ({ labels, hotline, restart, mustAsk }: FootDeps): HTMLElement => {
  const begin = element('button', { type: 'button' });
  const calm = element('div', { class: 'calm' });
  if (hotline !== '') calm.append(drawHotline(labels, hotline));
  calm.append(begin);
  const confirmation = createConfirmation(labels, (yes) => {
    calm.hidden = false;
    if (yes) restart();
    else begin.focus();
  });
  on(begin, 'click', () => {
    if (!mustAsk()) {
      restart();
      return;
    }
    calm.hidden = true;
    confirmation.ask();
  });
  labels.bind((texts) => {
    begin.textContent = texts.restart;
  });
  return element('div', { class: 'foot' }, calm, confirmation.root);
};

const drawHotline = (labels: Labels, hotline: string): HTMLElement => {
  const label = element('span');
  labels.bind((texts) => {
    label.textContent = texts.hotline;
  });
  const number = CALLABLE.test(hotline)
    ? element('a', { href: `tel:${hotline.replace(/[^\d+]/g, '')}` }, hotline)
    : element('b', {}, hotline);
  return element('p', { class: 'hotline' }, label, number);
};
