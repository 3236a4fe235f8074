import { createChat } from './chat.js';
import { createKeeper } from './conversation/session.js';
import type { Settings } from './settings.js';
import { element } from './view/element.js';
import { createLabels } from './view/labels.js';
import { createDialog } from './view/panel/dialog.js';
import { createHeader } from './view/panel/header.js';
import { createRoot } from './view/root.js';

/** Puts the widget together inside `host`, behind a shadow root. */
export const createApp = (host: HTMLElement, settings: Settings): void => {
  const keeper = createKeeper(settings.server);
  const labels = createLabels(keeper.get().language ?? settings.language);
  const chat = createChat({ settings, keeper, labels });
  const { office, mode } = settings;
  const panel = element('div', { class: 'panel' });
  if (mode === 'page') {
    panel.append(createHeader({ labels, office, switchLanguage: chat.switchLanguage }), ...chat.parts);
    createRoot(host, labels, mode, panel);
    chat.begin();
    return;
  }
  const dialog = createDialog({
    labels,
    panel,
    focusInput: chat.focusInput,
    changed: (open) => {
      keeper.set({ open });
      if (open) chat.begin();
    },
  });
  panel.append(
    createHeader({ labels, office, switchLanguage: chat.switchLanguage, close: dialog.close }),
    ...chat.parts,
  );
  createRoot(host, labels, mode, dialog.launcher, panel);
  if (keeper.get().open) dialog.reopen();
};
