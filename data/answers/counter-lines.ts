import type { Opening } from '../calendar/office-hours.js';
import type { OfficeProfile } from '../office/office-profile.js';
import type { Say } from '../texts/texts.js';
import type { CardSection } from './card.js';

/** Where the one-stop counters are, when they are open, and their phone; never a specialist's room. */
export const counterLines = ({ counters }: OfficeProfile, say: Say): CardSection['lines'] =>
  counters.map(({ name, address, phone, hours }) => {
    const notes = [hoursText(hours, say), phone].filter((part) => part !== null && part !== '');
    return { text: `${name}, ${address}`, ...(notes.length > 0 && { note: notes.join(' · ') }) };
  });

type Weekly = OfficeProfile['counters'][number]['hours'];

const WEEKDAYS = [
  ['1', 'weekday.monday'],
  ['2', 'weekday.tuesday'],
  ['3', 'weekday.wednesday'],
  ['4', 'weekday.thursday'],
  ['5', 'weekday.friday'],
  ['6', 'weekday.saturday'],
  ['7', 'weekday.sunday'],
] as const;

/** "thứ Hai – thứ Sáu 07:30–11:30, 13:00–17:00; thứ Bảy 07:30–11:30": days in a row with the same hours are one. */
export const hoursText = (weekly: Weekly, say: Say): string => {
  const runs: { from: string; to: string; open: string; end: number }[] = [];
  for (const [index, [number, key]] of WEEKDAYS.entries()) {
    const open = openText(weekly[number] ?? []);
    const day = say(key);
    const run = runs.at(-1);
    if (run?.open === open && run.end === index - 1) Object.assign(run, { to: day, end: index });
    else if (open !== '') runs.push({ from: day, to: day, open, end: index });
  }
  return runs.map(({ from, to, open }) => `${from === to ? from : `${from} – ${to}`} ${open}`).join('; ');
};

const openText = (openings: readonly Opening[]): string =>
  openings.map(({ from, to }) => `${from}–${to}`).join(', ');
