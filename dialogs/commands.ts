import type { DialogContext } from '../bot/framework/sdk.js';
import { fold } from '../data/language/fold.js';
import { FormDialog } from './form-dialog.js';
import type { FormResult } from './form-dialog.js';
import { FORM } from './forms.js';
import { greet, help, hotline } from './greeting.js';
import { homeSuggestions } from './home.js';
import type { Turn } from './turn.js';

/** What answers a message. It may lead to a form. */
export type Act = (dc: DialogContext, turn: Turn) => Promise<FormResult>;

/**
 * Commands understood at any step, but only as the whole message: "huỷ" inside a complaint is the citizen's text.
 * Folded: without marks, lower case.
 */
export const commandIn = (turn: Turn): Act | null => {
  const said = fold(turn.text)
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim();
  return COMMANDS.find(([names]) => names.includes(said))?.[1] ?? null;
};

const openForm = (dc: DialogContext): FormDialog | null => {
  const dialog = dc.activeDialog && dc.findDialog(dc.activeDialog.id);
  return dialog instanceof FormDialog ? dialog : null;
};

/** Answered at any step; the open form then asks again. */
export const aside =
  (answer: (turn: Turn) => Promise<void>): Act =>
  async (dc, turn) => {
    await answer(turn);
    await openForm(dc)?.repeat(dc);
  };

const cancel: Act = async (dc, turn) => {
  const open = dc.activeDialog !== undefined;
  await dc.cancelAllDialogs();
  await turn.reply({
    text: turn.say(open ? 'main.cancelled' : 'main.nothingToCancel'),
    suggestions: homeSuggestions(turn.say),
  });
};

const back: Act = async (dc, turn) => {
  if (await openForm(dc)?.goBack(dc)) return;
  await dc.cancelAllDialogs();
  await turn.reply({ text: turn.say('main.noWayBack'), suggestions: homeSuggestions(turn.say) });
};

const restart: Act = async (dc, turn) => {
  await dc.cancelAllDialogs();
  Object.assign(turn.memory, { procedure: null, dossierCode: null, feedback: null, offered: [] });
  await greet(turn);
};

const menu: Act = async (dc) => {
  await dc.cancelAllDialogs();
  return { next: { form: FORM.browse, answers: {} } };
};

const speak =
  (locale: 'vi' | 'en'): Act =>
  async (dc, turn) => {
    turn.memory.locale = locale;
    turn.locale = locale;
    const form = openForm(dc);
    await turn.reply({ text: turn.say('main.language'), suggestions: form ? [] : homeSuggestions(turn.say) });
    await form?.repeat(dc);
  };

const COMMANDS: readonly (readonly [readonly string[], Act])[] = [
  [['tro giup', 'giup', 'giup toi', 'huong dan', 'help', '?', 'huong dan su dung'], aside(help)],
  [['huy', 'huy bo', 'thoat', 'dung lai', 'cancel', 'stop', 'quit', 'thoi khong lam nua'], cancel],
  [['quay lai', 'tro lai', 'lui lai', 'back', 'go back', 'quay lai buoc truoc'], back],
  [['lam lai', 'bat dau lai', 'lam lai tu dau', 'start over', 'restart', 'reset'], restart],
  [
    [
      'menu',
      'danh muc',
      'danh muc thu tuc',
      'muc luc',
      'xem danh muc',
      'trang chu',
      'browse procedures',
      'main menu',
    ],
    menu,
  ],
  [['english', 'tieng anh', 'in english', 'noi tieng anh', 'speak english'], speak('en')],
  [['tieng viet', 'vietnamese', 'viet nam', 'noi tieng viet'], speak('vi')],
  [
    [
      'duong day nong',
      'hotline',
      'so dien thoai',
      'tong dai',
      'gap nguoi that',
      'gap can bo',
      'talk to a person',
    ],
    aside(hotline),
  ],
];
