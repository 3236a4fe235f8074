import { z } from 'zod';
import { readDossierCode } from '../../../data/dossiers/dossier-code.js';
import { FEEDBACK_TEXT_LIMIT, FeedbackKind } from '../../../data/feedback/feedback.js';
import { cleanText } from '../../../data/language/clean-text.js';

const CONTACT_LIMIT = 200;

const Field = z.string().transform(cleanText).default('');
const Ticked = z
  .string()
  .transform((value) => value !== '')
  .default(false);

/** A phone number or an e-mail address. */
const REACHABLE = /\d{8,}|\S@\S/;

const Story = z.object({
  /** Not chosen: staff sort it, as with an SMS. */
  kind: FeedbackKind.catch('unclassified'),
  text: Field.pipe(z.string().min(1, 'needText').max(FEEDBACK_TEXT_LIMIT, 'longText')),
  dossier: Field.transform((typed, check) => {
    const code = readDossierCode(typed);
    if (typed !== '' && code === null) check.addIssue({ code: 'custom', message: 'badDossier' });
    return code;
  }),
  insists: Ticked,
});

const Reply = z
  .object({
    name: Field.pipe(z.string().max(CONTACT_LIMIT, 'longContact')),
    reach: Field.pipe(z.string().max(CONTACT_LIMIT, 'longContact')),
    consent: Ticked,
  })
  .superRefine(({ name, reach, consent }, check) => {
    const fault = (path: string, message: string): void => {
      check.addIssue({ code: 'custom', path: [path], message });
    };
    if (reach !== '' && !REACHABLE.test(reach.replace(/[\s.-]/g, ''))) fault('reach', 'badReach');
    if (reach === '' && (consent || name !== '')) fault('reach', 'needReach');
    if (reach !== '' && !consent) fault('consent', 'needConsent');
  });

/**
 * The posted fields of the form without scripts. `insists`: told that this sounds like a khiếu nại or tố cáo,
 * the sender says it is feedback. Messages of issues are keys of the group `page`.
 */
export const FeedbackForm = z
  .intersection(Story, Reply)
  .transform(({ kind, text, dossier, insists, name, reach, consent }) => ({
    kind,
    text,
    dossierCode: dossier,
    insists,
    contact: consent ? { name: name === '' ? null : name, reach } : null,
  }));
export type FeedbackForm = z.output<typeof FeedbackForm>;

export type FeedbackField = 'text' | 'dossier' | 'reach' | 'consent' | 'name';
export type FeedbackFault =
  'needText' | 'longText' | 'badDossier' | 'longContact' | 'badReach' | 'needReach' | 'needConsent';

export type FeedbackFaults = Partial<Record<FeedbackField, FeedbackFault>>;

/** What is wrong with which field, one fault each, for the form to show again. */
export const faultsOf = ({ issues }: z.ZodError): FeedbackFaults => {
  const faults: Record<string, string> = {};
  for (const { path, message } of issues) faults[String(path[0])] ??= message;
  return faults;
};
