import { element } from '../element.js';
import type { Labels } from '../labels.js';

/** An answer this late will not come; the dots would lie. */
const LONGEST_MS = 30_000;
/** A wait this long is worth saying aloud. */
const WORTH_SAYING_MS = 2_000;

/** Three dots while an answer is on its way. */
export const createTyping = (labels: Labels, say: (text: string) => void) => {
  const root = element(
    'div',
    { class: 'typing', 'aria-hidden': 'true', hidden: '' },
    element('i'),
    element('i'),
    element('i'),
  );
  let ending: ReturnType<typeof setTimeout> | undefined;
  let saying: ReturnType<typeof setTimeout> | undefined;

  const hide = (): void => {
    root.hidden = true;
    clearTimeout(ending);
    clearTimeout(saying);
  };

  return {
    root,
    hide,
    show: (): void => {
      hide();
      root.hidden = false;
      ending = setTimeout(hide, LONGEST_MS);
      saying = setTimeout(() => {
        say(labels.texts().typing);
      }, WORTH_SAYING_MS);
    },
  };
};
