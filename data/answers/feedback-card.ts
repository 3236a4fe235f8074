import { momentText } from '../calendar/moment-text.js';
import type { Feedback } from '../feedback/feedback.js';
import type { Say } from '../texts/texts.js';
import type { Card } from './card.js';

/** The receipt: code and PIN to keep, and what they are for. */
export const feedbackCard = (
  feedback: Feedback,
  { pin, say, spelled }: { pin: string; say: Say; spelled: string },
): Card => ({
  kind: 'feedback',
  title: say('feedback.filed'),
  subtitle: momentText(feedback.receivedAt),
  notices: [{ tone: 'info', text: say('feedback.keepCode') }],
  facts: [
    { label: say('feedback.code'), value: feedback.code },
    { label: say('feedback.pin'), value: pin },
  ],
  sections: [{ id: 'spelled', heading: say('feedback.spelled'), lines: [{ text: spelled }], open: false }],
  links: [],
  footer: say('feedback.next'),
  brief: say('feedback.smsFiled', { code: feedback.code, pin }),
});

/** Every state with its date and what was said. */
export const feedbackStatusCard = (feedback: Feedback, say: Say): Card => {
  const state = say(`feedbackState.${feedback.state}`);
  return {
    kind: 'feedback',
    title: state,
    subtitle: `${say('feedback.code')}: ${feedback.code}`,
    notices: [],
    facts: [
      { label: say('feedback.kind'), value: say(`feedbackKind.${feedback.kind}`) },
      { label: say('feedback.received'), value: momentText(feedback.receivedAt) },
    ],
    sections: [
      {
        id: 'history',
        heading: say('feedback.history'),
        lines: feedback.history.map(({ at, by, state: then, text }) => ({
          text: `${momentText(at)}: ${by === 'citizen' && text !== null ? say('feedback.youSaid') : say(`feedbackState.${then}`)}`,
          ...(text !== null && { note: text }),
        })),
        open: true,
      },
    ],
    links: [],
    footer: null,
    brief: say('feedback.statusBrief', { code: feedback.code, state }),
  };
};
