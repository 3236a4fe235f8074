import type { Labels } from '../labels.js';
import { createOwnMessage } from './own-message.js';
import type { OwnMessage } from './own-message.js';

/** The citizen's messages by the id they were sent under, so that an echo finds the one already drawn. */
export const createOwnMessages = (labels: Labels, again: (id: string) => void) => {
  const drawn = new Map<string, OwnMessage>();
  return {
    has: (id: string): boolean => drawn.has(id),
    isEmpty: (): boolean => drawn.size === 0,
    clear: (): void => {
      drawn.clear();
    },
    get: (id: string, text: string): OwnMessage => {
      const known = drawn.get(id);
      if (known) return known;
      const made = createOwnMessage(text, labels, () => {
        again(id);
      });
      drawn.set(id, made);
      return made;
    },
  };
};
