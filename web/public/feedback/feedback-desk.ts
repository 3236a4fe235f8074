import { z } from 'zod';
import type { Instant } from '../../../data/calendar/day.js';
import type { Clock } from '../../../data/clock.js';
import type { TurnLock } from '../../../data/conversations/turn-lock.js';
import { isDomainError } from '../../../data/domain-error.js';
import { readWrongChecks } from '../../../data/dossiers/read-wrong-checks.js';
import { fileFeedback } from '../../../data/feedback/file-feedback.js';
import { matchesPin } from '../../../data/feedback/pin.js';
import { readTrackingCode } from '../../../data/feedback/tracking-code.js';
import type { Locale } from '../../../data/language/locale.js';
import type { OfficeProfile } from '../../../data/office/office-profile.js';
import type { Randomness } from '../../../data/randomness.js';
import type { Change, Store } from '../../../data/store.js';
import type { Texts } from '../../../data/texts/texts.js';
import type { Understand } from '../../../data/understanding/understanding.js';
import { faultsOf, FeedbackForm } from './feedback-form.js';
import { feedbackFormPage } from './feedback-form-page.js';
import { feedbackReceiptPage } from './feedback-receipt-page.js';
import { feedbackStatusPage } from './feedback-status-page.js';
import type { FeedbackPage } from './feedback-frame.js';
import type { FeedbackLookup } from './feedback-status-page.js';

export interface FeedbackDesk {
  store: Store;
  turnLock: TurnLock;
  understand: Understand;
  office: OfficeProfile;
  texts: Texts;
  clock: Clock;
  random: Randomness;
}

export interface DeskRequest {
  locale: Locale;
  fields: Readonly<Record<string, string>>;
}

export interface DeskAnswer {
  status: number;
  body: string;
}

/** What is posted at `/gop-y`: feedback to file, or code and PIN to look up. */
export const answerFeedbackDesk = (desk: FeedbackDesk, request: DeskRequest): Promise<DeskAnswer> =>
  request.fields['form'] === 'status' ? lookUp(desk, request) : file(desk, request);

const file = async (desk: FeedbackDesk, { locale, fields }: DeskRequest): Promise<DeskAnswer> => {
  const once = z.uuid().safeParse(fields['once']).data ?? desk.random.uuid();
  const page = { office: desk.office, locale, say: desk.texts[locale] };
  const form = { ...page, once, typed: fields };
  try {
    // A form that is sent twice at once is one feedback, whichever instance it reaches.
    return await desk.turnLock.run(receiptId(once), () => fileOnce(desk, form));
  } catch (error) {
    if (!isDomainError(error, 'store.unavailable')) throw error;
    return { status: 503, body: feedbackFormPage({ ...form, trouble: page.say('error.notRecorded') }) };
  }
};

type SentForm = FeedbackPage & { once: string; typed: DeskRequest['fields'] };

const fileOnce = async (desk: FeedbackDesk, form: SentForm): Promise<DeskAnswer> => {
  const { once, typed, ...page } = form;
  const filed = await filedBefore(desk, once);
  if (filed) return { status: 200, body: feedbackReceiptPage({ ...page, ...filed }) };
  const parsed = FeedbackForm.safeParse(typed);
  if (!parsed.success)
    return { status: 422, body: feedbackFormPage({ ...form, faults: faultsOf(parsed.error) }) };
  const { insists, ...said } = parsed.data;
  if (!insists && soundsLegal(desk, said.text))
    return { status: 422, body: feedbackFormPage({ ...form, referral: true }) };
  const draft = {
    ...said,
    procedureCode: null,
    channel: 'form' as const,
    locale: page.locale,
    thread: null,
    recordedBy: null,
  };
  const { feedback, pin } = await fileFeedback(draft, desk);
  await desk.store.commit([
    { kind: 'feedback', record: feedback },
    kept(once, { code: feedback.code, pin }, feedback.receivedAt),
  ]);
  return { status: 200, body: feedbackReceiptPage({ ...page, feedback, pin }) };
};

/** What the receipt of a form said: a browser that sends the form again gets the same code and PIN. */
const Receipt = z.object({ code: z.string(), pin: z.string() });

/** It goes with the receipts of messages: a PIN is not kept readable for longer than a browser may try again. */
const kept = (once: string, message: z.infer<typeof Receipt>, at: Instant): Change => ({
  kind: 'receipt',
  record: { id: receiptId(once), status: 'done', leaseUntil: null, message, activityId: null, at },
});

const receiptId = (once: string): string => `form:${once}`;

const filedBefore = async ({ store }: FeedbackDesk, once: string) => {
  const receipt = Receipt.safeParse((await store.receipts.find(receiptId(once)))?.message).data;
  const feedback = receipt && (await store.feedback.find(receipt.code));
  return feedback ? { feedback, pin: receipt.pin } : null;
};

const soundsLegal = ({ understand }: FeedbackDesk, text: string): boolean =>
  understand(text, { procedureCode: null }).intent === 'legal_complaint';

const lookUp = async (desk: FeedbackDesk, { locale, fields }: DeskRequest): Promise<DeskAnswer> => {
  const lookup = await find(desk, fields['code'] ?? '', fields['pin'] ?? '');
  const page = { office: desk.office, locale, say: desk.texts[locale] };
  return { status: STATUS[lookup.outcome], body: feedbackStatusPage({ ...page, lookup }) };
};

/** A wrong PIN and a code that was never given out read the same. */
const find = async (desk: FeedbackDesk, typed: string, pin: string): Promise<FeedbackLookup> => {
  const code = readTrackingCode(typed);
  if (code === null) return { outcome: 'notFound', code: typed };
  // One at a time for each code: wrong PINs sent at the same moment all count.
  return desk.turnLock.run(`pin:${code}`, () => check(desk, code, pin));
};

const check = async (
  { store, office, clock }: FeedbackDesk,
  code: string,
  pin: string,
): Promise<FeedbackLookup> => {
  const checked = { what: 'feedback' as const, code, limit: office.wrongChecksPerHour, now: clock.now() };
  const checks = await readWrongChecks(store.state, checked);
  if (checks.locked) return { outcome: 'tooMany', code };
  const feedback = await store.feedback.find(code);
  if (feedback && (await matchesPin(feedback, pin))) return { outcome: 'found', feedback };
  const erased = feedback ? null : await store.erasures.find('feedback', code);
  if (erased) return { outcome: 'erased', code, erasedAt: erased.at };
  await store.commit([checks.oneMore]);
  return { outcome: 'notFound', code };
};

const STATUS: Record<FeedbackLookup['outcome'], number> = {
  asked: 200,
  found: 200,
  erased: 410,
  notFound: 404,
  tooMany: 429,
};
