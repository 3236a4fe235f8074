import type { CaseCondition } from '../procedure-case.js';
import type { FactName, Procedure } from '../procedure.js';
import type { CheckedRecord, Finding } from './finding.js';
import { findingIn } from './finding.js';

/** Facts that are neither given nor said to be unknown, and conditions that point at nothing. */
export const brokenFacts = (record: CheckedRecord): Finding[] => [
  ...copies(record),
  ...silentGaps(record),
  ...uselessGaps(record),
  ...deadConditions(record),
];

const copies = (record: CheckedRecord): Finding[] => {
  const { procedure } = record;
  if (procedure.gaps.some(({ fact }) => fact === 'copies' || fact === 'documents')) return [];
  return (procedure.documents ?? []).flatMap(({ originals, copies: count }, index) =>
    originals !== null || count !== null
      ? []
      : [
          findingIn(record, {
            severity: 'error',
            rule: 'copies-missing',
            field: `documents[${String(index)}]`,
            what: 'Không ghi số bản chính, bản sao, cũng không nói là chưa rõ.',
            why: 'Người dân phải đi lại vì thiếu hoặc thừa bản.',
            fix: 'Ghi số bản theo nguồn; nếu không nguồn nào ghi, thêm mục gaps "copies" với lý do.',
          }),
        ],
  );
};

/** Whether a record of full detail gives a fact. */
const GIVEN: Readonly<Record<Exclude<FactName, 'copies'>, (procedure: Procedure) => boolean>> = {
  agency: ({ agency }) => agency !== null,
  applicants: ({ applicants }) => applicants !== null,
  conditions: ({ conditions }) => conditions !== null,
  documents: ({ documents }) => documents !== null,
  steps: ({ steps }) => steps !== null,
  legalTime: ({ processingTime: { legal, notSetByLaw } }) => legal.length > 0 || notSetByLaw,
  fee: ({ fee }) => fee !== null,
  channels: ({ channels }) => channels !== null,
  whereToFile: ({ whereToFile }) => whereToFile !== null,
  result: ({ result }) => result !== null,
  collectAt: ({ collectAt }) => collectAt !== null,
  legalBasis: ({ legalBasis }) => legalBasis.length > 0,
};

const GIVEN_ENTRIES = Object.entries(GIVEN) as [
  Exclude<FactName, 'copies'>,
  (procedure: Procedure) => boolean,
][];

/** `collectAt` may be empty: results come from the one-stop counter or by post unless a record says otherwise. */
const silentGaps = (record: CheckedRecord): Finding[] => {
  const { procedure } = record;
  if (procedure.detail === 'nameOnly') return [];
  const named = new Set(procedure.gaps.map(({ fact }) => fact));
  return GIVEN_ENTRIES.filter(
    ([fact, given]) => fact !== 'collectAt' && !given(procedure) && !named.has(fact),
  ).map(([fact]) =>
    findingIn(record, {
      severity: 'warning',
      rule: 'gap-without-reason',
      field: fact,
      what: `Mục ${fact} đang trống mà không có lý do.`,
      why: 'Người dân chỉ đọc được "chưa rõ" mà không biết vì sao và hỏi ở đâu.',
      fix: 'Điền theo nguồn, hoặc thêm một dòng gaps nói vì sao chưa rõ.',
    }),
  );
};

const uselessGaps = (record: CheckedRecord): Finding[] =>
  record.procedure.gaps.flatMap(({ fact }, index) =>
    fact === 'copies' || !GIVEN[fact](record.procedure) || PARTLY.includes(fact)
      ? []
      : [
          findingIn(record, {
            severity: 'warning',
            rule: 'gap-but-given',
            field: `gaps[${String(index)}]`,
            what: `Nói chưa rõ ${fact}, nhưng mục ấy đã có nội dung.`,
            why: 'Câu trả lời tự mâu thuẫn.',
            fix: 'Bỏ dòng gaps, hoặc bỏ nội dung không có nguồn.',
          }),
        ],
  );

/** Lists can be known in part, and the gap then says which part is not. */
const PARTLY: readonly FactName[] = [
  'documents',
  'steps',
  'conditions',
  'legalTime',
  'channels',
  'legalBasis',
  'applicants',
];

const deadConditions = (record: CheckedRecord): Finding[] => {
  const { questions, documents, processingTime } = record.procedure;
  const answers = new Map(questions.map((question) => [question.id, question.answers.map(({ id }) => id)]));
  const exists = (when: CaseCondition): boolean =>
    Object.entries(when).every(([question, allowed]) =>
      allowed.every((answer) => answers.get(question)?.includes(answer) === true),
    );
  const conditions: [string, CaseCondition][] = [
    ...questions.map(({ when }, index): [string, CaseCondition] => [
      `questions[${String(index)}].when`,
      when,
    ]),
    ...(documents ?? []).map(({ when }, index): [string, CaseCondition] => [
      `documents[${String(index)}].when`,
      when,
    ]),
    ...processingTime.legal.map(({ when }, index): [string, CaseCondition] => [
      `processingTime.legal[${String(index)}].when`,
      when,
    ]),
  ];
  return conditions
    .filter(([, when]) => !exists(when))
    .map(([field, when]) =>
      findingIn(record, {
        severity: 'error',
        rule: 'dead-condition',
        field,
        what: `Điều kiện nhắc tới câu hỏi hoặc câu trả lời không có: ${JSON.stringify(when)}.`,
        why: 'Phần này không bao giờ hiện ra, người dân nhận danh sách thiếu.',
        fix: 'Sửa tên câu hỏi hoặc câu trả lời trong điều kiện.',
      }),
    );
};
