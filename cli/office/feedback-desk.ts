import { z } from 'zod';
import { Instant } from '../../data/calendar/day.js';
import { FeedbackState } from '../../data/feedback/feedback.js';
import type { Feedback } from '../../data/feedback/feedback.js';
import { FeedbackDraft, fileFeedback } from '../../data/feedback/file-feedback.js';
import type { FeedbackAction } from '../../data/feedback/transitions.js';
import { answerFeedback, canDo, closeFeedback } from '../../data/feedback/transitions.js';
import { feedbackRow } from '../../data/reports/columns/feedback-columns.js';
import type { OfficeCommand, OfficeServices } from './office-command.js';
import { auditEntry } from './audit.js';

const Actor = z.string().min(1);
const FeedbackList = z.strictObject({ states: z.array(FeedbackState).optional() });
const FeedbackShow = z.strictObject({ code: z.string(), withContact: z.boolean(), actor: Actor });
const FeedbackAdd = z.strictObject({ draft: FeedbackDraft, actor: Actor });
const FeedbackAnswer = z.strictObject({
  code: z.string(),
  text: z.string().trim().min(1).max(5_000),
  actor: Actor,
});
const FeedbackClose = z.strictObject({
  code: z.string(),
  text: z.string().trim().min(1).max(5_000).nullable(),
  actor: Actor,
});

/** In place of a record: there never was one, or its time was over. */
export const MissingFeedback = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('notFound') }),
  z.strictObject({ outcome: z.literal('erased'), at: Instant }),
]);
export type MissingFeedback = z.infer<typeof MissingFeedback>;

/** The one line an action gives back. */
export const DeskResult = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('done'), code: z.string(), state: FeedbackState }),
  z.strictObject({ outcome: z.literal('notAllowed'), state: FeedbackState }),
  ...MissingFeedback.options,
]);
export type DeskResult = z.infer<typeof DeskResult>;

export const createFeedbackCommands = (services: OfficeServices): Record<string, OfficeCommand> => ({
  async *'feedback.list'(input) {
    const { states } = FeedbackList.parse(input);
    for await (const feedback of services.store.feedback.open(states))
      yield JSON.stringify(feedbackRow(feedback, false));
  },
  async *'feedback.show'(input) {
    const { code, withContact, actor } = FeedbackShow.parse(input);
    const feedback = await services.store.feedback.find(code);
    if (feedback === null) {
      yield line(await missing(services, code));
      return;
    }
    if (withContact)
      await services.store.commit([auditEntry(services, actor, 'feedback.showContact', { code })]);
    yield JSON.stringify(feedbackRow(feedback, withContact));
  },
  async *'feedback.add'(input) {
    const { draft, actor } = FeedbackAdd.parse(input);
    const { feedback, pin } = await fileFeedback(draft, services);
    await services.store.commit([
      { kind: 'feedback', record: feedback },
      auditEntry(services, actor, 'feedback.add', { code: feedback.code, channel: feedback.channel }),
    ]);
    yield JSON.stringify({ code: feedback.code, pin });
  },
  async *'feedback.answer'(input) {
    const { code, text, actor } = FeedbackAnswer.parse(input);
    yield await act(services, code, 'answer', actor, (feedback, at) =>
      answerFeedback(feedback, { text, at }),
    );
  },
  async *'feedback.close'(input) {
    const { code, text, actor } = FeedbackClose.parse(input);
    yield await act(services, code, 'close', actor, (feedback, at) => closeFeedback(feedback, { text, at }));
  },
});

const act = async (
  services: OfficeServices,
  code: string,
  action: FeedbackAction,
  actor: string,
  change: (feedback: Feedback, at: Date) => Feedback,
): Promise<string> => {
  const feedback = await services.store.feedback.find(code);
  if (feedback === null) return line(await missing(services, code));
  if (!canDo(feedback, action)) return line({ outcome: 'notAllowed', state: feedback.state });
  const changed = change(feedback, services.clock.now());
  await services.store.commit([
    { kind: 'feedback', record: changed },
    auditEntry(services, actor, `feedback.${action}`, { code }),
  ]);
  return line({ outcome: 'done', code, state: changed.state });
};

const missing = async ({ store }: OfficeServices, code: string): Promise<MissingFeedback> => {
  const erased = await store.erasures.find('feedback', code);
  return erased ? { outcome: 'erased', at: erased.at } : { outcome: 'notFound' };
};

const line = (result: DeskResult): string => JSON.stringify(result);
