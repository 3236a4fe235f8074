import { element, on } from '../element.js';
import type { Labels } from '../labels.js';

/** Asks in place whether to begin anew; Escape keeps the conversation. */
export const createConfirmation = (labels: Labels, answered: (yes: boolean) => void) => {
  const question = element('p', { id: 'question' });
  const yes = element('button', { type: 'button', class: 'yes' });
  const no = element('button', { type: 'button' });
  const root = element('div', { class: 'ask', role: 'group', 'aria-labelledby': 'question' }, question);
  root.append(yes, no);
  root.hidden = true;
  const answer = (given: boolean): void => {
    root.hidden = true;
    answered(given);
  };
  on(yes, 'click', () => {
    answer(true);
  });
  on(no, 'click', () => {
    answer(false);
  });
  on(root, 'keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    answer(false);
  });
  labels.bind((texts) => {
    question.textContent = texts.restartAsk;
    yes.textContent = texts.restartYes;
    no.textContent = texts.restartNo;
  });
  return {
    root,
    ask: (): void => {
      root.hidden = false;
      yes.focus();
    },
  };
};
