import type { Outgoing } from '../../conversation/outbox.js';
import { element, on } from '../element.js';
import type { Labels } from '../labels.js';
import { plainText } from './plain-text.js';

/** What the citizen wrote, and how its sending goes. */
export const createOwnMessage = (text: string, labels: Labels, again: () => void) => {
  const state = element('div', { class: 'state' });
  const root = element(
    'div',
    { class: 'message own' },
    element('span', { class: 'hidden' }, `${labels.texts().you} `),
    element('div', { class: 'bubble' }, ...plainText(text)),
    state,
  );
  return {
    root,
    /** Returns what to tell who cannot see it; empty when all is well. */
    show: ({ state: next, problem }: Pick<Outgoing, 'state' | 'problem'>): string => {
      const texts = labels.texts();
      root.className = `message own ${next}`;
      state.textContent = '';
      if (next === 'sent') return '';
      if (next === 'sending') {
        state.append(texts.waiting);
        return '';
      }
      const told = problem || texts[next];
      state.append(element('span', {}, told));
      if (next === 'failed') {
        const button = element('button', { type: 'button' }, texts.again);
        on(button, 'click', again);
        state.append(' · ', button);
      }
      return told;
    },
  };
};
export type OwnMessage = ReturnType<typeof createOwnMessage>;
