import type { Dossier } from '../../data/dossiers/dossier.js';
import type { Feedback } from '../../data/feedback/feedback.js';
import type { SurveyResponse } from '../../data/surveys/survey-response.js';

/** Records as the office keeps them; a test names only what it is about. */
export const aFeedback = (changes: Partial<Feedback> = {}): Feedback => ({
  code: 'PA-4FAB-CDEF',
  version: 1,
  kind: 'delay',
  text: 'Hồ sơ trễ hẹn',
  dossierCode: null,
  procedureCode: null,
  channel: 'chat',
  locale: 'vi',
  contact: null,
  thread: null,
  recordedBy: null,
  receivedAt: '2026-11-22T02:30:00.000Z',
  state: 'received',
  history: [{ at: '2026-11-22T02:30:00.000Z', by: 'citizen', state: 'received', text: null }],
  pin: { salt: 'aa', hash: 'bb' },
  ...changes,
});

export const aDossier = (changes: Partial<Dossier> = {}): Dossier => ({
  code: '000.00.12.H56-261101-0001',
  version: 1,
  procedureCode: '1.014196',
  procedureName: 'Cấp giấy phép lao động',
  status: 'processing',
  receivedAt: '2026-11-01T02:00:00.000Z',
  dueDate: '2026-11-20',
  unit: 'Phòng Việc làm',
  requested: null,
  phoneLast4: '5678',
  identityLast4: '0123',
  waits: [],
  apologies: [],
  movedAt: null,
  finishedAt: null,
  asOf: '2026-11-22T02:00:00.000Z',
  source: 'danh sách nhập ngày 22/11/2026',
  ...changes,
});

export const aSurvey = (changes: Partial<SurveyResponse> = {}): SurveyResponse => ({
  id: 'sv-1',
  version: 1,
  receivedAt: '2026-11-22T02:30:00.000Z',
  channel: 'chat',
  locale: 'vi',
  phase: 'result',
  dossierCode: null,
  procedureCode: null,
  scores: { access: 5, procedure: 4, staff: 5, result: 3, feedbackHandling: null },
  overall: null,
  comment: null,
  ...changes,
});
