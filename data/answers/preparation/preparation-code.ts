import { createHash } from 'node:crypto';
import { addDays } from '../../calendar/day.js';
import type { Catalogue } from '../../procedures/catalogue.js';
import type { Day } from '../../calendar/day.js';
import type { Procedure } from '../../procedures/procedure.js';
import { readCaseAnswers } from '../../procedures/read-case-answers.js';
import {
  codeCharacters,
  SPOKEN_BASE,
  spokenLetter,
  spokenValue,
  withCheck,
  withoutCheck,
} from '../../spoken-code.js';
import { needsOf } from './preparation.js';
import type { Preparation } from './preparation.js';

/**
 * A list as a code such as `2K7M-P9QX-AB3D-F5`: the procedure, the day, a mark of the record's questions and papers,
 * the answers, one bit for each paper. It names things in the record and holds none of its words: whatever somebody
 * writes into it, the page shows what our record says.
 */
export const preparationCode = ({ procedure, answers, have, day }: Preparation): string => {
  const head = packed([
    [Number(procedure.code.replace('.', '')), CODES],
    [daysSince(day), DAYS],
    [markOf(procedure), MARKS],
  ]);
  const said = procedure.questions.map((question): Digit => {
    const chosen = question.answers.findIndex(({ id }) => id === answers[question.id]);
    return [chosen + 1, question.answers.length + 1];
  });
  const ticks = needsOf(procedure, answers).map((_, position): Digit => [have.includes(position) ? 1 : 0, 2]);
  const body =
    letters(head, HEAD_LETTERS) +
    letters(packed(said), roomFor(said)) +
    letters(packed(ticks), roomFor(ticks));
  return withCheck(body).replace(/(.{4})(?=.)/g, '$1-');
};

export type ReadPreparation =
  | { outcome: 'read'; preparation: Preparation }
  /** Its questions or papers are others now, so the ticks mean nothing any more. */
  | { outcome: 'changed'; procedure: Procedure; day: Day }
  | { outcome: 'unreadable' };

/** What a link or a person gave → the list over the record as it is now. */
export const readPreparation = (typed: string, catalogue: Pick<Catalogue, 'find'>): ReadPreparation => {
  const body = withoutCheck(codeCharacters(typed.slice(0, LONGEST)));
  if (body === null || body.length < HEAD_LETTERS) return { outcome: 'unreadable' };
  const [number = 0, days = 0, mark = 0] = unpacked(body.slice(0, HEAD_LETTERS), [CODES, DAYS, MARKS]);
  const procedure = catalogue.find(String(number).padStart(7, '0').replace(/^./, '$&.'));
  if (procedure === null) return { outcome: 'unreadable' };
  const day = addDays(EPOCH, days);
  if (mark !== markOf(procedure)) return { outcome: 'changed', procedure, day };
  const preparation = readTail(body.slice(HEAD_LETTERS), procedure);
  return preparation === null
    ? { outcome: 'unreadable' }
    : { outcome: 'read', preparation: { procedure, day, ...preparation } };
};

/** 2026 to 2048; the three together fill ten letters nearly to the brim. */
const EPOCH: Day = '2026-01-01';
const CODES = 10_000_000;
const DAYS = 8_192;
const MARKS = 8_000;
const HEAD_LETTERS = 10;
const LONGEST = 100;

/** A value and how many values there are. */
type Digit = readonly [value: number, base: number];

const readTail = (
  tail: string,
  { questions, ...procedure }: Procedure,
): Pick<Preparation, 'answers' | 'have'> | null => {
  const bases = questions.map(({ answers }) => answers.length + 1);
  const saidLetters = roomFor(bases.map((base) => [0, base]));
  const chosen = unpacked(tail.slice(0, saidLetters), bases);
  const said = new Map(
    questions.map(({ id, answers }, index) => [id, answers[(chosen[index] ?? 0) - 1]?.id ?? '']),
  );
  const answers = readCaseAnswers(questions, Object.fromEntries(said));
  const ticks = needsOf({ ...procedure, questions }, answers).map(() => 2);
  if (tail.length !== saidLetters + roomFor(ticks.map((base) => [0, base]))) return null;
  const have = unpacked(tail.slice(saidLetters), ticks).flatMap((tick, position) =>
    tick === 1 ? [position] : [],
  );
  return { answers, have };
};

const packed = (digits: readonly Digit[]): bigint =>
  digits.reduce((sum, [value, base]) => sum * BigInt(base) + BigInt(value), 0n);

const unpacked = (text: string, bases: readonly number[]): number[] => {
  let rest = Array.from(text).reduce((sum, letter) => sum * BASE + BigInt(spokenValue(letter)), 0n);
  return [...bases]
    .reverse()
    .map((base) => {
      const value = Number(rest % BigInt(base));
      rest /= BigInt(base);
      return value;
    })
    .reverse();
};

const BASE = BigInt(SPOKEN_BASE);

const letters = (value: bigint, count: number): string =>
  count === 0 ? '' : letters(value / BASE, count - 1) + spokenLetter(Number(value % BASE));

/** The letters it takes to hold any value of these bases. */
const roomFor = (digits: readonly Digit[]): number => {
  let count = 0;
  for (
    let left = digits.reduce((product, [, base]) => product * BigInt(base), 1n) - 1n;
    left > 0n;
    left /= BASE
  )
    count += 1;
  return count;
};

const daysSince = (day: Day): number => Math.round((Date.parse(day) - Date.parse(EPOCH)) / 86_400_000);

/** Of all that positions in the code refer to; a reworded note leaves lists as they are. */
const markOf = ({ questions, documents }: Procedure): number => {
  const named = [
    questions.map(({ id, answers }) => [id, ...answers.map((answer) => answer.id)]),
    (documents ?? []).map(({ name, when, oneOf }) => [name.vi, when, oneOf]),
  ];
  return createHash('sha256').update(JSON.stringify(named)).digest().readUInt32BE() % MARKS;
};
