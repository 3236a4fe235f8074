import { placeText } from '../../data/answers/place/place-text.js';
import type { FoundPlace } from '../../data/places/find-place.js';
import type { Answers, Form, FormStep, Reading } from '../form-dialog.js';
import { FORM } from '../forms.js';
import type { Reply, Turn } from '../turn.js';

/** An old ward, district or province, asked for until it leads to one place of today. */
export const placeForm: Form = {
  id: FORM.place,
  version: 1,
  next(answers, turn) {
    if (!answers['place']) return askStep;
    return offersMore(found(turn, answers)) ? narrowStep : null;
  },
  async finish(turn, answers) {
    const { say } = turn;
    const next = [say('place.another'), say('home.procedure'), say('main.menu')];
    await turn.reply({ ...reply(turn, found(turn, answers)), suggestions: taps(next) });
    return null;
  },
};

const found = ({ services }: Turn, answers: Answers): FoundPlace =>
  services.places.find(answers['place'] ?? '');

const reply = ({ say, services: { office } }: Turn, place: FoundPlace): Reply => ({
  text: placeText(place, { say, office }),
});

const taps = (titles: readonly string[]) => titles.map((title) => ({ title, value: title }));

const askStep: FormStep = {
  id: 'place',
  expects: 'code',
  ask: (turn) => ({ text: turn.say('place.askOld'), expects: 'text' }),
  read: (turn): Reading => {
    const place = turn.services.places.find(turn.text);
    return place.outcome === 'unknown'
      ? { again: { text: `${reply(turn, place).text}\n${turn.say('place.askOld')}` } }
      : { answers: { place: turn.text } };
  },
};

/** A name that several places had, a district, or a province: one more name leads on. */
const offersMore = (place: FoundPlace): boolean =>
  place.outcome === 'which' ||
  (place.outcome === 'spread' && place.district.to.length > 1) ||
  (place.outcome === 'province' && place.covered);

const narrowStep: FormStep = {
  id: 'narrow',
  expects: 'code',
  ask: (turn, answers) => {
    const place = found(turn, answers);
    return { ...reply(turn, place), suggestions: districtTaps(turn, place), expects: 'text' };
  },
  read: (turn, answers): Reading => {
    const narrowed = narrow(turn, found(turn, answers));
    if (narrowed !== null) return { answers: { place: narrowed } };
    return { again: reply(turn, turn.services.places.find(`${turn.text}, ${areaOf(found(turn, answers))}`)) };
  },
};

/** An SMS would number them, and "3" is a district's name here. */
const districtTaps = ({ inbound }: Turn, place: FoundPlace) =>
  place.outcome === 'which' && inbound.channel === 'chat'
    ? taps([...new Set(place.wards.map(({ district }) => district.name))])
    : [];

/** What was typed together with what was known; else what was typed alone, when it is another place. */
const narrow = ({ services, text }: Turn, known: FoundPlace): string | null => {
  const typed = withKind(text, known);
  const together =
    known.outcome === 'which' ? `${known.wards[0]?.name ?? ''}, ${typed}` : `${typed}, ${areaOf(known)}`;
  const combined = services.places.find(together);
  if (combined.outcome === 'spread' && combined.missing !== null) return null;
  return [together, typed].find((words) => leadsOn(services.places.find(words), known)) ?? null;
};

const leadsOn = (next: FoundPlace, known: FoundPlace): boolean => {
  if (next.outcome === 'moved' || next.outcome === 'current') return true;
  if (next.outcome === 'which') return known.outcome !== 'which' || next.wards.length < known.wards.length;
  if (next.outcome !== 'spread') return false;
  return known.outcome !== 'spread' || next.district !== known.district;
};

/** "3" answers "in which district" with district 3, and "which ward" with ward 3. */
const withKind = (text: string, known: FoundPlace): string => {
  if (!/^\W*\d{1,2}\W*$/.test(text)) return text;
  return known.outcome === 'which' ? `quận ${text}` : `phường ${text}`;
};

const areaOf = (place: FoundPlace): string => {
  if (place.outcome === 'spread') return `${place.district.name}, ${place.district.province}`;
  return place.outcome === 'province' ? place.province.name : '';
};
