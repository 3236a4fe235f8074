import { element, on } from '../element.js';
import type { Labels } from '../labels.js';

/** Two letters where the office's name needs the room; the full name to who listens. */
export const createLanguageButton = (labels: Labels, switchLanguage: () => void): HTMLElement => {
  const full = element('span', { class: 'full' });
  const short = element('span', { class: 'short', 'aria-hidden': 'true' });
  const button = element('button', { type: 'button', class: 'language' }, full, short);
  on(button, 'click', switchLanguage);
  labels.bind((texts) => {
    full.textContent = texts.switchTo;
    short.textContent = texts.switchShort;
    button.lang = labels.language() === 'vi' ? 'en' : 'vi';
  });
  return button;
};
