import { formatDay } from '../../calendar/day.js';
import { matchRows } from '../../procedures/sheets/match-rows.js';
import type { AnswerContext } from '../answer-context.js';
import type { Card, CardSection } from '../card.js';

/** One difference between two answers; `from` null: it is new, `to` null: it is gone. */
export interface CardChange {
  /** The heading or label under which it stands. */
  what: string;
  from: string | null;
  to: string | null;
}

interface Answer {
  card: Card;
  /** The context the card was drawn in. */
  context: AnswerContext;
}

/** What a reader would find different, line by line. The promised day is the answer's own and never compared. */
export const cardChanges = (before: Answer, after: Answer): CardChange[] => {
  const [one, other] = [partsOf(before), partsOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((what) =>
    linesChanged(what, one.get(what) ?? [], other.get(what) ?? []),
  );
};

type Line = CardSection['lines'][number];

/** All there is to read, by heading or label, in the order of the card. */
const partsOf = ({ card, context: { say, today } }: Answer): Map<string, Line[]> => {
  const due = say('due.ifNow', { day: formatDay(today) });
  return new Map<string, Line[]>([
    [say('receipt.title'), [{ text: card.title }, { text: card.subtitle ?? '' }]],
    [say('receipt.notices'), card.notices.map(({ text }) => ({ text }))],
    ...card.facts
      .filter(({ label }) => label !== due)
      .map(({ label, value }): [string, Line[]] => [label, [{ text: value }]]),
    ...card.sections
      .filter(({ id }) => id !== 'due')
      .map(({ heading, lines }): [string, Line[]] => [heading, lines]),
    [say('procedure.officialPage'), card.links.map(({ url }) => ({ text: url }))],
  ]);
};

const linesChanged = (what: string, before: readonly Line[], after: readonly Line[]): CardChange[] => {
  const [one, other] = [before.map(rowOf), after.map(rowOf)];
  if (isSameSet(one, other)) return [];
  return matchRows(one, other)
    .map(([from, to]) => ({ what, from: from && shown(from), to: to && shown(to) }))
    .filter(({ from, to }) => from !== to);
};

/** Text and note, as rows are compared. */
const rowOf = ({ text, note }: Line): string[] => (note === undefined ? [text] : [text, note]);

const shown = (row: readonly unknown[]): string => {
  const [text = '', note] = row.map(String);
  return note === undefined ? text : `${text} (${note})`;
};

/** Lines in another order say the same. */
const isSameSet = (one: string[][], other: string[][]): boolean =>
  JSON.stringify(one.map(shown).sort()) === JSON.stringify(other.map(shown).sort());
