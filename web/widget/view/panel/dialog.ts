import { guarded } from '../../guard.js';
import { on } from '../element.js';
import type { Labels } from '../labels.js';
import { isTouchOnly } from '../touch.js';
import { keepFocusInside } from './focus.js';
import { createLauncher } from './launcher.js';

interface DialogDeps {
  labels: Labels;
  panel: HTMLElement;
  focusInput: () => void;
  changed: (open: boolean) => void;
}

/** The launcher and the panel it opens: beside the page on a desktop, over it on a phone. */
export const createDialog = ({ labels, panel, focusInput, changed }: DialogDeps) => {
  const fullScreen = matchMedia('(max-width: 520px), (max-height: 480px)');
  const launcher = createLauncher(labels, () => {
    set(true);
    if (isTouchOnly()) panel.focus();
    else focusInput();
  });
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-labelledby', 'title');
  panel.tabIndex = -1;
  panel.hidden = true;

  const fit = (): void => {
    fitTo(panel, fullScreen.matches && !panel.hidden ? window.visualViewport : null);
  };
  const set = (open: boolean): void => {
    panel.hidden = !open;
    launcher.hidden = open;
    launcher.setAttribute('aria-expanded', String(open));
    panel.setAttribute('aria-modal', String(fullScreen.matches));
    fit();
    changed(open);
  };
  const close = (): void => {
    set(false);
    launcher.focus();
  };

  on(panel, 'keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      close();
    } else if (fullScreen.matches) keepFocusInside(panel, event);
  });
  window.visualViewport?.addEventListener('resize', guarded(fit));
  window.visualViewport?.addEventListener('scroll', guarded(fit));

  /** Opened before a reload: open again, without taking the page's focus; not over a whole phone screen. */
  const reopen = (): void => {
    if (!fullScreen.matches) set(true);
  };
  return { launcher, close, reopen };
};

/** A phone's keyboard lies over the page: the panel keeps to what remains visible. */
const fitTo = (panel: HTMLElement, seen: VisualViewport | null): void => {
  panel.style.height = seen ? `${String(seen.height)}px` : '';
  panel.style.top = seen ? `${String(seen.offsetTop)}px` : '';
};
