import { createChat } from './chat.js';
import { createKeeper } from './conversation/session.js';
import type { Settings } from './settings.js';
import { element } from './view/element.js';
import { createLabels } from './view/labels.js';
import type { Labels } from './view/labels.js';
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
    panel.append(hiddenTitle(labels), ...chat.parts);
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

/** The page says it in large letters; who listens finds the chat by it. */
const hiddenTitle = (labels: Labels): HTMLElement => {
  const title = element('h2', { class: 'hidden' });
  labels.bind((texts) => {
    title.textContent = texts.assistant;
  });
  return title;
};
