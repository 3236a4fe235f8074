import { element, on } from '../element.js';
import { icon } from '../icon.js';
import type { Labels } from '../labels.js';

/** The button in the page's corner. */
export const createLauncher = (labels: Labels, open: () => void): HTMLButtonElement => {
  const words = element('span');
  const launcher = element(
    'button',
    { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
    icon('chat'),
    words,
  );
  labels.bind((texts) => {
    words.textContent = texts.launcher;
  });
  on(launcher, 'click', open);
  return launcher;
};
