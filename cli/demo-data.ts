import { dayOf } from '../data/calendar/day.js';
import type { Clock } from '../data/clock.js';
import { DOSSIER_STATUSES } from '../data/dossiers/dossier.js';
import type { Dossier } from '../data/dossiers/dossier.js';
import { Channel, FeedbackKind } from '../data/feedback/feedback.js';
import type { Feedback } from '../data/feedback/feedback.js';
import { fileFeedback } from '../data/feedback/file-feedback.js';
import { answerFeedback, closeFeedback, reopenFeedback, startWork } from '../data/feedback/transitions.js';
import type { Randomness } from '../data/randomness.js';
import type { Change } from '../data/store.js';
import { recordSurvey } from '../data/surveys/record-survey.js';

const DAY_MS = 86_400_000;
const MARK = '[DỮ LIỆU MẪU]';

interface Chance {
  clock: Clock;
  random: Randomness;
}

export interface DemoData {
  /** Commits in their order: a record's versions follow one another. */
  commits: Change[][];
  /** To try the look-ups with. */
  dossier: { code: string; phoneLast4: string };
  feedback: { code: string; pin: string };
}

/** Sample records that say so wherever they are shown: every status, every state, three months of survey replies. */
export const createDemoData = async ({ clock, random }: Chance): Promise<DemoData> => {
  const now = clock.now();
  const dossiers = [...DOSSIER_STATUSES, 'processing', 'accepted', 'finished', 'returned'].map(
    (status, index) => sampleDossier(now, status as Dossier['status'], index + 1),
  );
  const filed = await Promise.all(LIVES.map((life, index) => sampleFeedback(now, random, life, index)));
  const surveys = Array.from({ length: 60 }, (_, index) => sampleSurvey(now, random, index));
  const [first] = filed;
  return {
    commits: [
      dossiers.map((record): Change => ({ kind: 'dossier', record })),
      surveys.map((record): Change => ({ kind: 'survey', record })),
      ...filed.flatMap(({ versions }) => versions.map((record): Change[] => [{ kind: 'feedback', record }])),
    ],
    dossier: { code: dossiers[3]?.code ?? '', phoneLast4: dossiers[3]?.phoneLast4 ?? '' },
    feedback: { code: first?.versions[0]?.code ?? '', pin: first?.pin ?? '' },
  };
};

const ago = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

const PROCEDURES = [
  ['1.014199', 'Cấp giấy phép lao động'],
  ['1.014748', 'Hưởng trợ cấp thất nghiệp'],
  ['1.010824', 'Hưởng trợ cấp khi người có công từ trần'],
  ['1.001776', 'Trợ cấp xã hội hằng tháng'],
  ['1.011607', 'Công nhận hộ nghèo'],
] as const;

/** The eleventh is late: received four weeks ago, promised a week ago, still in process. */
const LATE = 11;

const sampleDossier = (now: Date, status: Dossier['status'], number: number): Dossier => {
  const received = ago(now, number === LATE ? 28 : number);
  const [procedureCode, name] = PROCEDURES[number % PROCEDURES.length] ?? PROCEDURES[0];
  const serial = String(number).padStart(4, '0');
  return {
    code: `000.00.99.H99-${dayOf(received).slice(2).replaceAll('-', '')}-${serial}`,
    version: 1,
    procedureCode,
    procedureName: `HỒ SƠ MẪU: ${name}`,
    status,
    receivedAt: received.toISOString(),
    dueDate: status === 'registered' ? null : dayOf(ago(now, number === LATE ? 7 : number - 20)),
    unit: status === 'registered' ? null : 'Phòng mẫu, Sở Nội vụ',
    requested: REQUESTED[status] ?? null,
    phoneLast4: serial,
    identityLast4: serial,
    waits: [],
    apologies: [],
    movedAt: null,
    finishedAt: null,
    asOf: now.toISOString(),
    source: 'dữ liệu mẫu',
  };
};

const REQUESTED: Partial<Record<Dossier['status'], string>> = {
  supplementRequested: 'Bổ sung giấy khám sức khoẻ còn hạn (mẫu)',
  paymentRequested: 'Nộp lệ phí (mẫu)',
};

type Step = 'start' | 'answer' | 'reopen' | 'close';

/** What happened to each of twenty: all five states occur, some of them the long way round. */
const LIVES: readonly (readonly Step[])[] = [
  [],
  ['start'],
  ['start', 'answer'],
  ['start', 'answer', 'reopen'],
  ['start', 'answer', 'close'],
  [],
  ['answer'],
  ['answer', 'close'],
  ['answer', 'reopen', 'answer'],
  ['answer', 'reopen', 'answer', 'close'],
  [],
  ['start'],
  ['start', 'answer'],
  ['close'],
  ['answer', 'reopen', 'start'],
  [],
  ['answer'],
  ['answer', 'close'],
  ['start'],
  ['answer', 'close', 'reopen'],
];

const SAID: Record<FeedbackKind, string> = {
  attitude: 'Cán bộ ở quầy số 2 trả lời chưa rõ, tôi phải hỏi lại nhiều lần.',
  delay: 'Hồ sơ của tôi đã qua ngày hẹn mà chưa có kết quả.',
  paperwork: 'Tôi phải nộp một giấy mà trang thông tin không ghi.',
  fee: 'Tôi chưa rõ vì sao phải nộp khoản lệ phí này.',
  suggestion: 'Đề nghị đặt thêm ghế và nước uống ở nơi chờ.',
  praise: 'Cảm ơn chị ở quầy số 1 đã hướng dẫn rất tận tình.',
  other: 'Bảng số thứ tự buổi sáng bị hỏng.',
  unclassified: 'Tôi gọi mấy lần chưa ai nghe máy.',
};

const sampleFeedback = async (
  now: Date,
  random: Randomness,
  life: readonly Step[],
  index: number,
): Promise<{ versions: Feedback[]; pin: string }> => {
  const received = ago(now, index * 2 + 5);
  const kind = FeedbackKind.options[index % FeedbackKind.options.length] ?? 'other';
  const channel = Channel.options[index % Channel.options.length] ?? 'chat';
  const isWrittenDown = channel === 'phone' || channel === 'paper';
  const { feedback, pin } = await fileFeedback(
    {
      kind,
      text: `${MARK} ${SAID[kind]}`,
      dossierCode: null,
      procedureCode: null,
      channel,
      locale: 'vi',
      contact: index % 3 === 0 ? { name: 'Người dân mẫu', reach: '0900000000' } : null,
      thread: channel === 'sms' || channel === 'zalo' ? 'mau-0900000000' : null,
      recordedBy: isWrittenDown ? 'Cán bộ mẫu' : null,
    },
    { clock: { now: () => received }, random },
  );
  const versions = [feedback];
  for (const [days, step] of life.entries())
    versions.push(
      after(versions.at(-1) ?? feedback, step, new Date(received.getTime() + (days + 1) * DAY_MS)),
    );
  return { versions, pin };
};

const after = (feedback: Feedback, step: Step, at: Date): Feedback => {
  switch (step) {
    case 'start':
      return startWork(feedback, { at });
    case 'answer':
      return answerFeedback(feedback, {
        text: `${MARK} Cơ quan đã kiểm tra và xử lý. Cảm ơn anh/chị đã góp ý.`,
        at,
      });
    case 'reopen':
      return reopenFeedback(feedback, { text: `${MARK} Việc của tôi vẫn chưa xong.`, at });
    case 'close':
      return closeFeedback(feedback, { text: `${MARK} Đã xong.`, at });
  }
};

const sampleSurvey = (now: Date, random: Randomness, index: number) => {
  const received = ago(now, Math.floor((index * 88) / 60));
  const score = (): number => [5, 5, 4, 4, 4, 3, 5, 2, 4, 1][random.below(10)] ?? 4;
  const [procedureCode] = PROCEDURES[index % PROCEDURES.length] ?? PROCEDURES[0];
  return recordSurvey(
    {
      channel: index % 4 === 0 ? 'sms' : 'chat',
      locale: 'vi',
      phase: index % 5 === 0 ? 'reception' : 'result',
      dossierCode: null,
      procedureCode,
      ...(index % 4 === 0
        ? { scores: SKIPPED, overall: score() }
        : {
            scores: {
              access: score(),
              procedure: score(),
              staff: score(),
              result: score(),
              feedbackHandling: index % 2 === 0 ? null : score(),
            },
            overall: null,
          }),
      comment: index % 6 === 0 ? `${MARK} Làm nhanh hơn lần trước.` : null,
    },
    { clock: { now: () => received }, random },
  );
};

const SKIPPED = { access: null, procedure: null, staff: null, result: null, feedbackHandling: null };
