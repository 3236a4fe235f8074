import { describe, expect, it } from 'vitest';
import { procedureCard } from '../../../../data/answers/procedure-card.js';
import {
  answerCode,
  EXAMPLE_ANSWER_CODE,
  readAnswerCode,
} from '../../../../data/answers/receipt/answer-code.js';
import type { GivenAnswer } from '../../../../data/answers/receipt/given-answer.js';
import { OpenedAnswer, packedAnswer } from '../../../../data/storage/packed-answer.js';
import { keepAnswer } from '../../../../data/answers/receipt/keep-answer.js';
import { Procedure } from '../../../../data/procedures/procedure.js';
import { aRawProcedure } from '../../../support/a-procedure.js';
import { anAnswerContext } from '../../../support/given-answer.js';

type Setting = Parameters<typeof anAnswerContext>[0];

const give = async (
  kept: Map<string, GivenAnswer>,
  {
    setting = {},
    answers = {},
    changes = {},
  }: {
    setting?: Setting;
    answers?: Record<string, string>;
    changes?: Parameters<typeof aRawProcedure>[0];
  } = {},
) => {
  const procedure = Procedure.parse(aRawProcedure({ aliases: ['giấy mẫu'], ...changes }));
  const card = (locale: 'vi' | 'en') =>
    procedureCard(procedure, answers, anAnswerContext({ ...setting, locale }));
  const { code, change } = await keepAnswer(
    { procedure, answers, cards: { vi: card('vi'), en: card('en') } },
    anAnswerContext(setting),
    { find: (asked) => Promise.resolve(kept.get(asked) ?? null), packed: packedAnswer },
  );
  const given = change && OpenedAnswer.parse(change.record);
  if (given) kept.set(code, given);
  return { code, given };
};

describe('keeping an answer', () => {
  it('writes the same answer once, however often, in whichever language and at whichever minute it is given', async () => {
    const kept = new Map<string, GivenAnswer>();
    const first = await give(kept);
    for (const setting of [{}, { locale: 'en' as const }, { now: '2026-11-05T03:40:00.000Z' }])
      expect(await give(kept, { setting })).toEqual({ code: first.code, given: null });
    expect(first.given?.at).toBe('2026-11-05T03:00:00.000Z');
    expect(kept.size).toBe(1);
  });

  it('gives another code when anything said is different', async () => {
    const kept = new Map<string, GivenAnswer>();
    const different = [
      {},
      { answers: { minor: 'yes' } },
      { setting: { now: '2026-11-06T03:00:00.000Z' } },
      { setting: { edition: { base: '2026-12-01', office: null } } },
      { setting: { edition: { base: '2026-11-01', office: { number: 1, day: '2026-11-02' } } } },
      {
        setting: {
          office: { local: [{ procedure: '1.000001', time: null, fee: '10.000 đồng', decision: 'NQ 1' }] },
        },
      },
      // After the cut-off of the office another day is promised.
      { setting: { now: '2026-11-05T12:00:00.000Z' } },
      { changes: { publishedBy: 'QĐ 1/QĐ-BNV' } },
    ];
    const codes = [];
    for (const one of different) codes.push((await give(kept, one)).code);
    expect(new Set(codes).size).toBe(different.length);
  });

  it('does not keep what only helps to find the procedure, nor another procedure’s settings', async () => {
    const kept = new Map<string, GivenAnswer>();
    const paused = [{ procedure: '1.014199', reason: 'rà soát', until: null }];
    const { code, given } = await give(kept, { setting: { office: { paused } } });
    expect(given?.office.paused).toEqual([]);
    expect(given?.procedure.aliases).toEqual([]);
    expect((await give(kept, { changes: { aliases: ['tên khác'] } })).code).toBe(code);
  });

  it('takes the next code when another answer has the first', async () => {
    const { code, given } = await give(new Map());
    if (!given) throw new Error('nothing to keep');
    const other = { ...given, day: '2026-01-01' };
    const kept = new Map([[code, other]]);
    const second = await give(kept);
    expect(second.code).not.toBe(code);
    expect(second.given?.code).toBe(second.code);
    expect(kept.get(code)).toBe(other);
    expect(await give(kept)).toEqual({ code: second.code, given: null });
  });
});

describe('the code of an answer', () => {
  it('is read however it is written, and not without its check', () => {
    const code = answerCode('một câu trả lời', 0);
    expect(code).toMatch(/^TL-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$/);
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' ')}. `,
      code.slice(3),
    ])
      expect(readAnswerCode(typed), typed).toBe(code);
    const wrong = code.replace(/.$/, (last) => (last === '2' ? '3' : '2'));
    for (const typed of [wrong, code.slice(0, -1), `${code}2`, 'PA-3M7K-HM4X', ''])
      expect(readAnswerCode(typed), typed).toBeNull();
    expect(readAnswerCode(EXAMPLE_ANSWER_CODE)).toBe(EXAMPLE_ANSWER_CODE);
  });

  it('is different for nearly all of many answers', () => {
    const codes = Array.from({ length: 20_000 }, (_, number) => answerCode(`câu ${String(number)}`, 0));
    expect(new Set(codes).size).toBe(codes.length);
  });
});
