import { matchesCheck } from '../../data/dossiers/dossier-check.js';
import { readDossierCode } from '../../data/dossiers/dossier-code.js';
import type { Dossier } from '../../data/dossiers/dossier.js';
import { lookUpDossier } from '../../data/dossiers/received/look-up-dossier.js';
import type { LookedUp } from '../../data/dossiers/received/look-up-dossier.js';
import { wrongChecksOf } from '../wrong-checks.js';
import type { Form, FormStep, Reading } from '../form-dialog.js';
import { FORM } from '../forms.js';
import { homeSuggestions } from '../home.js';
import type { Turn } from '../turn.js';
import { dossierReply } from './dossier-replies.js';

const CODE_LIMIT = 200;

/** Code, then the check the office asks for, then where the dossier stands. */
export const dossierForm: Form = {
  id: FORM.dossier,
  version: 1,
  next(answers, turn) {
    if (!answers['code']) return codeStep;
    return needsCheck(turn) && !answers['check'] ? checkStep : null;
  },
  async finish(turn, answers) {
    const code = answers['code'] ?? '';
    const found = await look(turn, code, answers['check'] ?? senderCheck(turn) ?? '');
    if (found.outcome !== 'found') {
      await turn.reply({
        text: turn.say(`dossier.${found.outcome}`, { code }),
        suggestions: homeSuggestions(turn.say),
      });
      return null;
    }
    turn.memory.dossierCode = found.dossier.code;
    await turn.reply(await dossierReply(turn, found));
    return null;
  },
};

type Found =
  { outcome: 'found'; dossier: Dossier; fresh: boolean } | { outcome: 'notShown' | 'locked' | 'unavailable' };

/** A wrong check and a code that does not exist read the same: who guesses learns nothing. */
const look = async (turn: Turn, code: string, typed: string): Promise<Found> => {
  const { office } = turn.services;
  const checks = await wrongChecksOf(turn, 'dossier', code);
  if (checks.locked) return { outcome: 'locked' };
  const found = await lookUp(turn, code);
  if (found.outcome === 'unavailable') return { outcome: 'unavailable' };
  if (found.outcome === 'found' && matchesCheck(found.dossier, office.dossierCheck, typed)) {
    if (found.change) turn.stage(found.change);
    return found;
  }
  turn.stage(checks.oneMore);
  return { outcome: 'notShown' };
};

/** A source that does not answer tells the log itself; anything else that fails is told here. */
const lookUp = async ({ services }: Turn, code: string): Promise<LookedUp> => {
  const { store, dossierSource, clock } = services;
  try {
    return await lookUpDossier(code, { store, source: dossierSource, clock });
  } catch (error) {
    services.onTrouble('dossier.lookUpFailed', error);
    return { outcome: 'unavailable' };
  }
};

/** An SMS comes from the phone itself: its number is the check when the office checks phone numbers. */
const senderCheck = ({ inbound, services }: Turn): string | null =>
  inbound.channel === 'sms' && services.office.dossierCheck === 'phone' ? inbound.from.slice(-4) : null;

const needsCheck = (turn: Turn): boolean =>
  turn.services.office.dossierCheck !== 'none' && senderCheck(turn) === null;

const codeStep: FormStep = {
  id: 'code',
  expects: 'code',
  ask: (turn) => ({ text: turn.say('dossier.askCode'), expects: 'text' }),
  read: (turn): Reading => {
    const code = readDossierCode(turn.text.slice(0, CODE_LIMIT));
    return code === null ? { again: { text: turn.say('dossier.badCode') } } : { answers: { code } };
  },
};

const checkStep: FormStep = {
  id: 'check',
  expects: 'code',
  ask: (turn) => ({ text: turn.say(checkKey(turn, 'ask')), expects: 'text' }),
  read: (turn): Reading => {
    const typed = turn.text.replace(/[\s.-]/g, '');
    const fits = /^[0-9A-Za-z]{4}$/.test(typed);
    return fits ? { answers: { check: typed } } : { again: { text: turn.say(checkKey(turn, 'bad')) } };
  },
};

const checkKey = (turn: Turn, what: 'ask' | 'bad') =>
  turn.services.office.dossierCheck === 'identity'
    ? (`dossier.${what}Identity` as const)
    : (`dossier.${what}Phone` as const);
