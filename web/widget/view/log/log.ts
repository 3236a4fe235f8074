import type { Activity, Suggestion } from '../../conversation/activity.js';
import type { Outgoing } from '../../conversation/outbox.js';
import { element } from '../element.js';
import type { Labels } from '../labels.js';
import { drawAnswer } from './answer.js';
import { createOwnMessages } from './own-messages.js';
import { createScroller } from './scroller.js';
import { createSuggestions } from './suggestions.js';
import { createTyping } from './typing.js';

interface LogDeps {
  labels: Labels;
  /** Where pages of the assistant's own site are. */
  server: string;
  choose: (suggestion: Suggestion) => void;
  again: (id: string) => void;
  say: (text: string) => void;
}

const createParts = ({ labels, server, choose, again, say }: LogDeps) => {
  const list = element('div', { class: 'log', role: 'log' });
  const typing = createTyping(labels, say);
  const suggestions = createSuggestions(labels, choose);
  const root = element('div', { class: 'scroll', tabindex: '0', role: 'region' }, list);
  root.append(typing.root, suggestions.root);
  labels.bind((texts) => {
    root.setAttribute('aria-label', texts.conversation);
    list.setAttribute('aria-label', texts.messages);
  });
  const own = createOwnMessages(labels, again);
  return { labels, server, say, root, list, typing, suggestions, own, scroller: createScroller(root, list) };
};
type Parts = ReturnType<typeof createParts>;

/** The conversation as read: messages in order, unsent ones last, then the answers one may tap. */
export const createLog = (deps: LogDeps) => {
  const parts = createParts(deps);
  return {
    root: parts.root,
    add: (activities: readonly Activity[], history: boolean): void => {
      // A conversation taken up again is not read out from its beginning.
      parts.list.setAttribute('aria-live', history ? 'off' : 'polite');
      for (const activity of activities) add(parts, activity);
      parts.scroller.toLatest(!history);
    },
    outgoing: (message: Outgoing): void => {
      showOutgoing(parts, message);
    },
    note: (text: string): void => {
      quieten(parts);
      place(parts, element('p', { class: 'divider' }, text));
      parts.scroller.toLatest(true);
    },
    clear: (): void => {
      quieten(parts);
      parts.list.textContent = '';
      parts.own.clear();
    },
    isFresh: (): boolean => parts.own.isEmpty(),
  };
};

const add = (parts: Parts, activity: Activity): void => {
  if (activity.typing) {
    parts.typing.show();
    return;
  }
  if (activity.fromCitizen) {
    const { text, clientActivityId, id } = activity;
    const message = parts.own.get(clientActivityId || id, parts.suggestions.titleOf(text));
    place(parts, message.root);
    message.show({ state: 'sent', problem: '' });
    parts.suggestions.clear();
    return;
  }
  parts.typing.hide();
  place(parts, drawAnswer(activity, parts));
  if (activity.suggestions.length > 0) parts.suggestions.show(activity.suggestions);
};

const showOutgoing = (parts: Parts, message: Outgoing): void => {
  const isNew = !parts.own.has(message.id);
  const drawn = parts.own.get(message.id, parts.suggestions.titleOf(message.text));
  const told = drawn.show(message);
  if (isNew) {
    parts.list.append(drawn.root);
    parts.suggestions.clear();
  }
  if (message.state === 'sending') parts.typing.show();
  else if (message.state !== 'sent') parts.typing.hide();
  if (isNew || told !== '') parts.scroller.toLatest(true);
  if (told !== '') parts.say(told);
};

/** Confirmed messages stand before those still on their way. */
const place = ({ list }: Parts, node: HTMLElement): void => {
  if (!list.contains(node) || node.matches('.sending, .failed'))
    list.insertBefore(node, list.querySelector('.sending, .failed'));
};

const quieten = ({ typing, suggestions }: Parts): void => {
  typing.hide();
  suggestions.clear();
};
