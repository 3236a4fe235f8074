import { fileFeedback } from '../../data/feedback/file-feedback.js';
import type { FeedbackDraft } from '../../data/feedback/file-feedback.js';
import { FeedbackKind } from '../../data/feedback/feedback.js';
import { spelledOut } from '../../data/feedback/spelled-out.js';
import { feedbackCard } from '../../data/answers/feedback-card.js';
import { cardText } from '../../data/answers/card-text.js';
import type { TextKey } from '../../data/texts/texts.js';
import type { Answers } from '../form-dialog.js';
import type { Turn } from '../turn.js';

export const feedbackDraft = (turn: Turn, answers: Answers): FeedbackDraft => ({
  kind: FeedbackKind.parse(answers['kind'] ?? 'unclassified'),
  text: answers['text'] ?? '',
  dossierCode: answers['dossierCode'] ?? null,
  procedureCode: answers['procedureCode'] ?? null,
  channel: turn.inbound.channel,
  locale: turn.locale,
  contact: answers['contact'] ? { name: null, reach: answers['contact'] } : null,
  thread: turn.inbound.channel === 'sms' || turn.inbound.channel === 'zalo' ? turn.inbound.from : null,
  recordedBy: null,
});

/**
 * Files it with this turn's write and says the code and PIN; an SMS sender is then asked whether he may be called.
 * Returns the code.
 */
export const fileInTurn = async (
  turn: Turn,
  draft: FeedbackDraft,
  next: readonly TextKey[] = ['main.menu', 'feedback.another'],
): Promise<string> => {
  const { say, services } = turn;
  const { feedback, pin } = await fileFeedback(draft, services);
  turn.stage({ kind: 'feedback', record: feedback });
  const awaitsConsent = draft.thread !== null && draft.contact === null;
  turn.memory.feedback = { code: feedback.code, awaitsConsent };
  if (draft.thread !== null) {
    const asked = awaitsConsent ? ` ${say('feedback.smsConsent')}` : '';
    await turn.reply({ text: say('feedback.smsFiled', { code: feedback.code, pin }) + asked });
    return feedback.code;
  }
  const card = feedbackCard(feedback, { pin, say, spelled: spelledOut(feedback.code, turn.locale) });
  await turn.reply({
    text: cardText(card),
    card,
    suggestions: next.map((key) => say(key)).map((title) => ({ title, value: title })),
  });
  return feedback.code;
};
