import { element, on } from '../element.js';
import type { Labels } from '../labels.js';
import { createConfirmation } from './confirmation.js';

/** A number to call at the beginning, then perhaps when somebody answers. */
const CALLABLE = /^(\+?\d[\d .-]+\d)(.*)$/;

interface FootDeps {
  labels: Labels;
  hotline: string;
  restart: () => void;
  /** Is there anything a fresh start would clear? */
  mustAsk: () => boolean;
  /** Stands here where there is no header. */
  language: HTMLElement | null;
}

/** Below the input: whom to call instead, and a fresh start, asked twice because it clears what is shown. */
export const createFoot = ({ labels, hotline, restart, mustAsk, language }: FootDeps): HTMLElement => {
  const begin = element('button', { type: 'button' });
  const calm = element('div', { class: 'calm' });
  if (hotline !== '') calm.append(drawHotline(labels, hotline));
  if (language) calm.append(language);
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
  const [, number = '', rest = ''] = CALLABLE.exec(hotline) ?? [];
  const call =
    number === ''
      ? element('b', {}, hotline)
      : element('a', { href: `tel:${number.replace(/[^\d+]/g, '')}` }, number);
  return element('p', { class: 'hotline' }, label, call, rest.trim());
};
