import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsOf } from '../../../../data/answers/preparation/preparation.js';
import { preparationCode, readPreparation } from '../../../../data/answers/preparation/preparation-code.js';
import { loadCatalogue } from '../../../../data/load-dataset.js';
import { nextCaseQuestion } from '../../../../data/procedures/procedure-case.js';
import { Procedure } from '../../../../data/procedures/procedure.js';
import { aRawProcedure } from '../../../support/a-procedure.js';

const catalogue = loadCatalogue();
const DAY = '2026-11-20';

/** A procedure of the dataset, a case of it and some of its papers, chosen by the numbers. */
const preparationOf = (seed: number, picks: number[], ticks: boolean[]) => {
  const procedure = catalogue.all[seed % catalogue.all.length];
  if (!procedure) throw new Error('no procedure');
  const answers: Record<string, string> = {};
  for (const pick of picks) {
    const question = nextCaseQuestion(procedure, answers);
    const answer = question?.answers[pick % question.answers.length];
    if (question && answer) answers[question.id] = answer.id;
  }
  const have = needsOf(procedure, answers).flatMap((_, position) =>
    ticks[position % ticks.length] ? [position] : [],
  );
  return { procedure, answers, have, day: DAY };
};

const anyPreparation = fc
  .tuple(
    fc.nat(),
    fc.array(fc.nat(), { maxLength: 6 }),
    fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
  )
  .map(([seed, picks, ticks]) => preparationOf(seed, picks, ticks));

describe('the code of a list of papers', () => {
  it('brings back the procedure, the case, the ticks and the day, for any list', () => {
    fc.assert(
      fc.property(anyPreparation, (preparation) => {
        const code = preparationCode(preparation);
        expect(readPreparation(code, catalogue)).toEqual({ outcome: 'read', preparation });
        expect(readPreparation(code.toLowerCase().replaceAll('-', ' '), catalogue).outcome).toBe('read');
      }),
      { numRuns: 500 },
    );
  });

  it('is short enough to be typed, also for the longest list of the dataset', () => {
    const lengths = catalogue.all.map((procedure) => {
      const have = needsOf(procedure, {}).map((_, position) => position);
      return preparationCode({ procedure, answers: {}, have, day: DAY }).replaceAll('-', '').length;
    });
    expect(Math.max(...lengths)).toBeLessThanOrEqual(20);
  });

  it('is refused when a letter is wrong, missing or too many', () => {
    const code = preparationCode(preparationOf(0, [0, 0, 0], [true, false]));
    for (const wrong of [
      '',
      'XX',
      code.slice(1),
      `${code}2`,
      code.replace(/.$/, (last) => (last === '2' ? '3' : '2')),
    ])
      expect(readPreparation(wrong, catalogue)).toEqual({ outcome: 'unreadable' });
    expect(readPreparation('2'.repeat(5_000), catalogue)).toEqual({ outcome: 'unreadable' });
  });

  it('says that the record is another one when its papers or its questions are', () => {
    const record = (changes: Parameters<typeof aRawProcedure>[0] = {}) =>
      Procedure.parse(aRawProcedure(changes));
    const code = preparationCode({ procedure: record(), answers: {}, have: [0], day: DAY });
    const over = (changes: Parameters<typeof aRawProcedure>[0]) =>
      readPreparation(code, { find: () => record(changes) }).outcome;
    expect(over({})).toBe('read');
    expect(over({ documents: [{ name: 'Đơn', originals: 2, copies: 1, note: 'viết tay' }] })).toBe('read');
    expect(over({ documents: [{ name: 'Tờ khai', originals: 1, copies: 0 }] })).toBe('changed');
    expect(
      over({
        documents: [
          { name: 'Đơn', originals: 1, copies: 0 },
          { name: 'Ảnh', originals: 2, copies: 0 },
        ],
      }),
    ).toBe('changed');
    const answers = [
      { id: 'yes', label: 'Có' },
      { id: 'no', label: 'Không' },
    ];
    expect(over({ questions: [{ id: 'minor', ask: 'Dưới 18 tuổi?', answers }] })).toBe('changed');
  });

  it('leads to nothing for a procedure nobody has', () => {
    const procedure = Procedure.parse(aRawProcedure({ code: '9.999999' }));
    const code = preparationCode({ procedure, answers: {}, have: [], day: DAY });
    expect(readPreparation(code, catalogue)).toEqual({ outcome: 'unreadable' });
  });
});
