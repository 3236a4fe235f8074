import { drawTrackingCode } from '../../data/feedback/tracking-code.js';
import type { Change } from '../../data/store.js';

/** The number-th record of a mixed load: what a conversation, the hotline, the counter and an import leave behind. */
export const mixedChange = (number: number, at: Date): Change => {
  switch (number % 5) {
    case 0:
      return surveyOf(number, at);
    case 1:
      return feedbackOf(number, at);
    case 2:
      return dossierOf(number, at);
    case 3:
      return activityOf(number, at);
    default:
      return {
        kind: 'state',
        key: `conversation/${String(number)}`,
        value: { step: 2, answers: ['x'.repeat(200)] },
      };
  }
};

export const surveyOf = (number: number, at: Date): Change => ({
  kind: 'survey',
  record: {
    id: `survey-${String(number)}`,
    version: 1,
    receivedAt: at.toISOString(),
    channel: 'sms',
    locale: 'vi',
    phase: 'result',
    dossierCode: `H26.15-261105-${String(number)}`,
    procedureCode: '1.004194',
    scores: { access: 5, procedure: 4, staff: 5, result: 4, feedbackHandling: null },
    overall: 4,
    comment: 'Cán bộ nhiệt tình, hướng dẫn rõ ràng',
  },
});

export const feedbackOf = (number: number, at: Date): Change => ({
  kind: 'feedback',
  record: {
    code: drawTrackingCode(at, { below: digitsOf(number), uuid: () => '' }),
    version: 1,
    kind: 'delay',
    text: 'Hồ sơ đăng ký biến động đất đai của tôi đã trễ hẹn mười ngày mà chưa thấy trả lời. '.repeat(3),
    dossierCode: `H26.15-261105-${String(number)}`,
    procedureCode: '1.012783',
    channel: 'chat',
    locale: 'vi',
    contact: null,
    thread: null,
    recordedBy: null,
    receivedAt: at.toISOString(),
    state: number % 100 === 1 ? 'received' : 'closed',
    history: [{ at: at.toISOString(), by: 'citizen', state: 'received', text: null }],
    pin: { salt: 'a'.repeat(32), hash: 'b'.repeat(64) },
  },
});

const dossierOf = (number: number, at: Date): Change => ({
  kind: 'dossier',
  record: {
    code: `H26.15-261105-${String(number)}`,
    version: 1,
    procedureCode: '1.004194',
    procedureName: 'Đăng ký tạm trú',
    status: number % 100 === 2 ? 'processing' : 'returned',
    receivedAt: at.toISOString(),
    dueDate: null,
    unit: 'Bộ phận Một cửa',
    requested: null,
    phoneLast4: '4321',
    identityLast4: null,
    waits: [],
    apologies: [],
    movedAt: null,
    finishedAt: null,
    asOf: at.toISOString(),
    source: 'bench',
  },
});

const activityOf = (number: number, at: Date): Change => ({
  kind: 'activity',
  record: {
    conversationId: `conversation-${String(number)}`,
    sequence: 1,
    at: at.toISOString(),
    activity: { type: 'message', text: 'Hồ sơ của tôi đến đâu rồi?', from: { id: 'citizen' } },
  },
});

/** The letters of a tracking code counted up instead of drawn, so that none comes twice. */
const digitsOf = (number: number): ((below: number) => number) => {
  let rest = number;
  return (below) => {
    const digit = rest % below;
    rest = Math.floor(rest / below);
    return digit;
  };
};
