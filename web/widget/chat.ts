import type { Activity } from './conversation/activity.js';
import { createConversation } from './conversation/conversation.js';
import type { ConversationListener } from './conversation/conversation.js';
import type { Keeper } from './conversation/session.js';
import { guarded } from './guard.js';
import type { Settings } from './settings.js';
import { createAnnouncer } from './view/announcer.js';
import type { Labels } from './view/labels.js';
import { createLog } from './view/log/log.js';
import { createBanner } from './view/panel/banner.js';
import { createComposer } from './view/panel/composer.js';
import { createFoot } from './view/panel/foot.js';
import { createLanguageButton } from './view/panel/language-button.js';
import { isTouchOnly } from './view/touch.js';

interface ChatDeps {
  settings: Settings;
  keeper: Keeper;
  labels: Labels;
}

/** The conversation and the parts that show it, wired to each other. */
export const createChat = ({ settings, keeper, labels }: ChatDeps) => {
  const view = createView({ settings, labels }, (event) => {
    if ('again' in event) conversation.again(event.again);
    else if ('send' in event) conversation.send(event.send);
    else if ('restart' in event) conversation.restart();
    else switchLanguage();
  });
  const switchLanguage = (): void => {
    const word = labels.texts().switchTo;
    labels.use(labels.language() === 'vi' ? 'en' : 'vi');
    keeper.set({ language: labels.language() });
    conversation.send(word);
  };
  const conversation = createConversation({
    server: settings.server,
    start: settings.start,
    keeper,
    language: labels.language,
    listener: listenFor(view, keeper, labels),
  });
  const begin = once(() => {
    conversation.begin();
    addEventListener('online', guarded(conversation.networkBack));
    addEventListener(
      'offline',
      guarded(() => {
        view.banner.show(false, '');
      }),
    );
  });
  return {
    parts: view.parts,
    focusInput: view.composer.focus,
    /** Nothing is asked of the server before this. */
    begin: (): void => {
      view.composer.refresh();
      begin();
    },
    switchLanguage,
  };
};

type Wish = { send: string } | { again: string } | { restart: true } | { switchLanguage: true };

const createView = ({ settings, labels }: Omit<ChatDeps, 'keeper'>, wish: (wish: Wish) => void) => {
  const announcer = createAnnouncer();
  const banner = createBanner(labels, announcer.say);
  const composer = createComposer(labels, (send) => {
    wish({ send });
  });
  /** After a tap the next thing is to write; on a phone that would only raise the keyboard over the answer. */
  const tapped = (made: Wish): void => {
    wish(made);
    if (isTouchOnly()) log.root.focus();
    else composer.focus();
  };
  const log = createLog({
    server: settings.server,
    labels,
    say: announcer.say,
    choose: ({ value }) => {
      tapped({ send: value });
    },
    again: (id) => {
      tapped({ again: id });
    },
  });
  const onPage = settings.mode === 'page';
  const foot = createFoot({
    labels,
    language: onPage
      ? createLanguageButton(labels, () => {
          wish({ switchLanguage: true });
        })
      : null,
    hotline: settings.hotline,
    mustAsk: () => !log.isFresh(),
    restart: () => {
      log.clear();
      tapped({ restart: true });
    },
  });
  return { banner, composer, log, parts: [banner.root, log.root, composer.root, foot, announcer.root] };
};

const listenFor = (
  { banner, composer, log }: ReturnType<typeof createView>,
  keeper: Keeper,
  labels: Labels,
): ConversationListener => ({
  received: (activities, history) => {
    followLanguage(activities, labels);
    keeper.set({ language: labels.language() });
    log.add(activities, history);
    composer.expect(activities[activities.length - 1]?.expects ?? '');
  },
  outgoing: log.outgoing,
  connection: banner.show,
  ended: () => {
    log.note(labels.texts().ended);
  },
});

/** The labels speak the language the assistant answers in. */
const followLanguage = (activities: readonly Activity[], labels: Labels): void => {
  for (const { fromCitizen, language } of activities) if (!fromCitizen && language) labels.use(language);
};

const once = (work: () => void): (() => void) => {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
};
