import type { Suggestion } from '../../conversation/activity.js';
import { element, on } from '../element.js';
import type { Labels } from '../labels.js';

/** The answers one may tap; they go once anything is answered. */
export const createSuggestions = (labels: Labels, choose: (suggestion: Suggestion) => void) => {
  const root = element('div', { class: 'suggestions', role: 'group' });
  let titles = new Map<string, string>();
  labels.bind((texts) => {
    root.setAttribute('aria-label', texts.suggestions);
  });

  const button = (suggestion: Suggestion): HTMLElement => {
    const node = element('button', { type: 'button' }, suggestion.title);
    on(node, 'click', () => {
      choose(suggestion);
    });
    return node;
  };

  return {
    root,
    show: (suggestions: readonly Suggestion[]): void => {
      root.textContent = '';
      root.append(...suggestions.map(button));
      titles = new Map(suggestions.map(({ title, value }) => [value, title]));
    },
    clear: (): void => {
      root.textContent = '';
    },
    /** A tapped answer is shown by the words on its button, not by the value behind it. */
    titleOf: (text: string): string => titles.get(text) ?? text,
  };
};
