import { element } from '../element.js';
import type { Labels } from '../labels.js';

/** What the office's records take. */
export const LIMIT = 5_000;
const WARN_FROM = 4_500;

/** Says how much room is left, once it matters. */
export const createCounter = (labels: Labels) => {
  const root = element('p', { class: 'counter', role: 'status' });
  return {
    root,
    show: (length: number): void => {
      const texts = labels.texts();
      const left = LIMIT - length;
      if (left < 0) root.textContent = texts.over.replace('{n}', String(-left));
      else root.textContent = length < WARN_FROM ? '' : texts.left.replace('{n}', String(left));
    },
  };
};
