import { instant } from '../calendar/day.js';
import { DomainError } from '../domain-error.js';
import { cleanText } from '../language/clean-text.js';
import type { Contact, Feedback, FeedbackEvent, FeedbackState } from './feedback.js';

export type FeedbackAction = 'start' | 'answer' | 'inform' | 'reopen' | 'close';

/** From which states an action is allowed. Who is not content with an answer reopens; a closed one can be reopened too. */
const ALLOWED: Readonly<Record<FeedbackAction, readonly FeedbackState[]>> = {
  start: ['received', 'reopened'],
  answer: ['received', 'inProgress', 'reopened'],
  inform: ['received', 'inProgress', 'reopened'],
  reopen: ['answered', 'closed'],
  close: ['received', 'inProgress', 'answered', 'reopened'],
};

/** Nobody fills a record without end through a code and a PIN; the office can always go on. */
const CITIZEN_EVENTS_LIMIT = 100;

export const canDo = (feedback: Feedback, action: FeedbackAction): boolean =>
  ALLOWED[action].includes(feedback.state) &&
  !(isCitizens(action) && citizenEvents(feedback) >= CITIZEN_EVENTS_LIMIT);

/** The office has taken it up. */
export const startWork = (feedback: Feedback, { at }: { at: Date }): Feedback =>
  step(feedback, 'start', { by: 'office', state: 'inProgress', text: null, at });

/** The office's answer, read by the citizen as written. */
export const answerFeedback = (feedback: Feedback, { text, at }: { text: string; at: Date }): Feedback =>
  step(feedback, 'answer', { by: 'office', state: 'answered', text, at });

/** What the citizen adds while the office works on it; the state stays. */
export const addInformation = (feedback: Feedback, { text, at }: { text: string; at: Date }): Feedback =>
  step(feedback, 'inform', { by: 'citizen', state: feedback.state, text, at });

/** The citizen says it is not solved, and why if he wishes. */
export const reopenFeedback = (
  feedback: Feedback,
  { text, at }: { text: string | null; at: Date },
): Feedback => step(feedback, 'reopen', { by: 'citizen', state: 'reopened', text, at });

/** Before an answer was given, closing needs a reason the citizen can read. */
export const closeFeedback = (
  feedback: Feedback,
  { text, at }: { text: string | null; at: Date },
): Feedback => {
  if (text === null && feedback.state !== 'answered' && canDo(feedback, 'close'))
    throw new DomainError(
      'feedback.transition',
      `${feedback.code} chưa được trả lời: muốn đóng thì phải ghi lý do.`,
    );
  return step(feedback, 'close', { by: 'office', state: 'closed', text, at });
};

/** The sender agrees to be called back; the moment is kept as the moment of consent. */
export const giveContact = (feedback: Feedback, contact: Omit<Contact, 'consentAt'>, at: Date): Feedback => ({
  ...feedback,
  version: feedback.version + 1,
  contact: { ...contact, consentAt: instant(at) },
});

const step = (
  feedback: Feedback,
  action: FeedbackAction,
  { at, ...event }: Omit<FeedbackEvent, 'at'> & { at: Date },
): Feedback => {
  if (!canDo(feedback, action))
    throw new DomainError(
      'feedback.transition',
      `${feedback.code}: "${action}" không làm được khi đang "${feedback.state}".`,
    );
  return {
    ...feedback,
    version: feedback.version + 1,
    state: event.state,
    history: [
      ...feedback.history,
      { ...event, at: instant(at), text: event.text === null ? null : cleanText(event.text) },
    ],
  };
};

const isCitizens = (action: FeedbackAction): boolean => action === 'inform' || action === 'reopen';

const citizenEvents = ({ history }: Feedback): number => history.filter(({ by }) => by === 'citizen').length;
