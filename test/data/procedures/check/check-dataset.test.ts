import { describe, expect, it } from 'vitest';
import { checkDataset } from '../../../../data/procedures/check/check-dataset.js';
import type { Finding } from '../../../../data/procedures/check/finding.js';
import { aRawProcedure } from '../../../support/a-procedure.js';

type Raw = Parameters<typeof aRawProcedure>[0] & object;

const check = (records: unknown[], more: Partial<Parameters<typeof checkDataset>[0]> = {}): Finding[] =>
  checkDataset({
    records: records.map((record, index) => ({ file: `records/${String(index)}.json`, record })),
    lifeEvents: [],
    instruments: [],
    on: '2026-11-22',
    ...more,
  });

const found = (changes: Raw): string[] =>
  check([aRawProcedure(changes)]).map(({ severity, rule, field }) => `${severity} ${rule} ${field}`);

const vi = (text: string) => ({ vi: text });

describe('the check of the dataset', () => {
  it('finds nothing in a complete record', () => {
    expect(check([aRawProcedure()])).toEqual([]);
  });

  it('names file, code and place, why it matters and what to do', () => {
    for (const finding of check([
      { ...aRawProcedure(), confidence: 'maybe' },
      aRawProcedure({ legalBasis: [] }),
    ])) {
      expect(Object.values(finding).every((value) => typeof value === 'string' && value !== '')).toBe(true);
    }
  });

  it('puts errors first, then warnings, then information', () => {
    const severities = check([
      aRawProcedure({ code: '1.000001', levels: [{ level: 'commune' }, { level: 'province' }] }),
      aRawProcedure({ code: '1.000002', title: 'Việc khác', legalBasis: [] }),
      { code: '1.000003' },
    ]).map(({ severity }) => severity);
    expect([...new Set(severities)]).toEqual(['error', 'warning', 'information']);
  });
});

describe('a record that breaks the schema', () => {
  const fields = (record: unknown) =>
    check([record]).map(({ rule, code, field, what }) => ({ rule, code, field, what }));

  it('is an error at its place, with what is allowed', () => {
    const broken = {
      ...aRawProcedure(),
      processingTime: { legal: [{ value: 5, unit: 'tuần' }] },
      levels: [{ level: 'district' }],
      sources: [{ url: 'http://x.gov.vn', date: '2026-10-01' }],
      extra: 1,
    };
    expect(fields(broken)).toEqual(
      expect.arrayContaining([
        {
          rule: 'schema',
          code: '1.000001',
          field: 'processingTime.legal[0].unit',
          what: 'Đơn vị thời gian không có. Cho phép: workingDay, day, hour.',
        },
        expect.objectContaining({ field: 'levels[0].level' }),
        expect.objectContaining({ field: 'sources[0].url', what: 'Nguồn không phải là địa chỉ https.' }),
        expect.objectContaining({ field: '(cả tệp)', what: 'Có mục lạ: extra.' }),
      ]),
    );
  });

  it('is an error even when it is no object at all', () => {
    expect(fields('rác')).toMatchObject([{ rule: 'schema', code: null }]);
  });
});

describe('two procedures', () => {
  const other = (changes: Raw) => aRawProcedure({ code: '1.000002', title: 'Việc khác', ...changes });
  const rules = (records: unknown[]) => check(records).map(({ severity, rule }) => `${severity} ${rule}`);

  it('must not share a code, an alias or a title', () => {
    expect(rules([aRawProcedure(), aRawProcedure({ title: 'Khác' })])).toEqual(['error duplicate-code']);
    expect(rules([aRawProcedure({ aliases: ['Tiền  Tuất'] }), other({ aliases: ['tiền tuất'] })])).toEqual([
      'error duplicate-alias',
    ]);
    expect(rules([aRawProcedure(), other({ title: 'VIỆC MẪU' })])).toEqual(['error same-title']);
  });

  it('may have aliases that only their marks tell apart', () => {
    expect(rules([aRawProcedure({ aliases: ['sổ mẹ'] }), other({ aliases: ['sổ mè'] })])).toEqual([]);
  });

  it('may share a name when one has replaced the other', () => {
    expect(rules([aRawProcedure({ replacedBy: '1.000002' }), other({ title: 'Việc mẫu' })])).toEqual([]);
  });

  it('must exist where others point to them', () => {
    expect(rules([aRawProcedure({ replacedBy: '9.999999' })])).toEqual(['error unknown-code']);
    const lifeEvents = [
      { id: 'mat', title: vi('Mất'), phrases: ['mất'], procedures: ['1.000001', '9.999999'] },
    ];
    expect(check([aRawProcedure()], { lifeEvents })).toMatchObject([{ rule: 'unknown-code', field: 'mat' }]);
  });
});

describe('what must not be asked or said', () => {
  it('is a household book', () => {
    expect(found({ documents: [{ name: 'Bản sao Sổ hộ khẩu', originals: 0, copies: 1 }] })).toEqual([
      'error household-book documents[0].name',
    ]);
    expect(found({ conditions: ['Mang theo sổ tạm trú.'] })).toEqual(['error household-book conditions[0]']);
  });

  it('is not a sentence that says the household book is no longer asked for', () => {
    for (const text of [
      'Không cần sổ hộ khẩu.',
      'Quy định cũ đòi sổ hộ khẩu. Nay không phải mang sổ hộ khẩu.',
    ])
      expect(found({ conditions: [text] }), text).toEqual([]);
  });

  it('is an agency that no longer exists', () => {
    expect(found({ agency: 'Phòng Lao động – Thương binh và Xã hội' })).toEqual([
      'error stale-agency agency',
    ]);
    expect(found({ steps: [{ does: 'Chuyển UBND cấp huyện', who: null }] })).toEqual([
      'error stale-agency steps[0].does',
    ]);
  });

  it('is not the former name of an agency, said to be former', () => {
    expect(found({ agency: 'Sở Nội vụ (trước đây là Sở Lao động)' })).toEqual([]);
  });
});

describe('facts', () => {
  it('need the number of copies of each paper, or the reason why it is not known', () => {
    const documents = [{ name: 'Đơn', originals: null, copies: null }];
    expect(found({ documents })).toEqual(['error copies-missing documents[0]']);
    expect(found({ documents, gaps: [{ fact: 'copies', reason: 'Nguồn không ghi.' }] })).toEqual([]);
  });

  it('are given, or their absence has a reason', () => {
    expect(found({ fee: null })).toEqual(['warning gap-without-reason fee']);
    expect(found({ fee: null, gaps: [{ fact: 'fee', reason: 'Chưa công bố.' }] })).toEqual([]);
    expect(found({ fee: null, detail: 'nameOnly' })).toEqual(['information name-only detail']);
  });

  it('are not given and called unknown at once', () => {
    expect(found({ gaps: [{ fact: 'result', reason: 'Chưa rõ.' }] })).toEqual([
      'warning gap-but-given gaps[0]',
    ]);
  });

  it('depend only on questions and answers that exist', () => {
    const questions = [
      {
        id: 'who',
        ask: 'Ai?',
        answers: [
          { id: 'self', label: 'Tôi' },
          { id: 'other', label: 'Khác' },
        ],
      },
    ];
    const documents = (answer: string) => [{ name: 'Đơn', originals: 1, copies: 0, when: { who: [answer] } }];
    expect(found({ questions, documents: documents('self') })).toEqual([]);
    expect(found({ questions, documents: documents('nobody') })).toEqual([
      'error dead-condition documents[0].when',
    ]);
  });
});

describe('the legal basis', () => {
  const instruments = [
    {
      number: '219/2025/NĐ-CP',
      replacedBy: '1/2027/NĐ-CP',
      inForceFrom: '2025-08-07',
      inForceTo: '2026-12-31',
      certain: false,
      source: 'x',
    },
  ];
  const onDay = (on: string) =>
    check([aRawProcedure()], { instruments, on }).filter(({ field }) => field.startsWith('legal'));

  it('is missed when there is none', () => {
    expect(found({ legalBasis: [] })).toContain('warning legal-basis-missing legalBasis');
  });

  it('is doubted from the day after its last, and before its first', () => {
    expect(onDay('2026-12-31')).toEqual([]);
    expect(onDay('2027-01-01')).toMatchObject([
      {
        rule: 'legal-basis-replaced',
        what: expect.stringMatching(/nay là 1\/2027\/NĐ-CP.*Suy ra/) as string,
      },
    ]);
    expect(onDay('2025-08-06')).toMatchObject([{ rule: 'legal-basis-not-yet' }]);
  });
});

describe('days', () => {
  it('tell a notice that ran out, a record not in force and one not verified for 180 days', () => {
    const notice = { kind: 'paused' as const, from: null, text: 'Tạm dừng.', source: 'x' };
    expect(found({ notices: [{ ...notice, to: '2026-11-22' }] })).toEqual([]);
    expect(found({ notices: [{ ...notice, to: '2026-11-21' }] })).toEqual([
      'warning notice-ran-out notices[0]',
    ]);
    expect(found({ effectiveFrom: '2026-11-23' })).toEqual(['warning not-in-force effectiveFrom']);
    expect(found({ effectiveTo: '2026-11-21' })).toEqual(['warning not-in-force effectiveTo']);
    const on = (verifiedOn: string) =>
      found({ verifiedOn, sources: [{ url: 'https://x.vn', date: verifiedOn }] });
    expect(on('2026-05-26')).toEqual([]);
    expect(on('2026-05-25')).toEqual(['warning not-verified verifiedOn']);
  });

  it('of verification must not be later than the sources', () => {
    expect(found({ verifiedOn: '2026-10-02' })).toEqual(['warning verified-after-sources verifiedOn']);
  });
});

describe('language', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'chữ').join(' ');

  it('has sentences of at most thirty syllables', () => {
    expect(found({ summary: `${words(30)}. ${words(30)}.` })).toEqual([]);
    expect(found({ summary: `Ngắn. ${words(31)}.` })).toEqual(['warning long-sentence summary']);
  });

  it('is English too where that was promised', () => {
    const code = '1.014199';
    expect(found({ code })).toEqual([
      'warning english-missing title',
      'warning english-missing summary',
      'warning english-missing documents[0].name',
    ]);
    const both = (text: string) => ({ vi: text, en: 'x' });
    expect(
      found({
        code,
        title: both('Việc mẫu'),
        summary: both('Giấy.'),
        documents: [{ name: both('Đơn'), originals: 1, copies: 0 }],
      }),
    ).toEqual([]);
  });
});

describe('worth knowing', () => {
  const steps = (...times: [number, 'workingDay' | 'day' | 'hour'][]) =>
    times.map(([value, unit]) => ({ does: 'Xem', who: null, time: { value, unit } }));

  it('are steps that do not add up, eight hours a day', () => {
    expect(found({ steps: steps([9, 'workingDay'], [8, 'hour']) })).toEqual([]);
    expect(found({ steps: steps([10, 'workingDay'], [8, 'hour']) })).toEqual([
      'information steps-do-not-add-up steps',
    ]);
    expect(found({ steps: steps([10, 'day']) })).toEqual(['information steps-in-mixed-units steps']);
  });

  it('are several levels, no limit by law, times not reconciled and conflicts', () => {
    expect(found({ levels: [{ level: 'commune' }, { level: 'province' }] })).toEqual([
      'information several-levels levels',
    ]);
    expect(found({ processingTime: { legal: [], notSetByLaw: true } })).toEqual([
      'information no-limit-by-law processingTime',
    ]);
    expect(
      found({ processingTime: { legal: [{ value: 10, unit: 'workingDay' }], unreconciled: true } }),
    ).toEqual(['information unreconciled-time processingTime']);
    expect(
      found({ conflicts: [{ about: 'time', text: 'Hai nguồn ghi khác nhau.', matters: true }] }),
    ).toEqual(['information conflict conflicts[0]']);
  });
});
