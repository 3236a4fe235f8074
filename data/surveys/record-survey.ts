import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { instant } from '../calendar/day.js';
import type { Clock } from '../clock.js';
import type { Randomness } from '../randomness.js';
import { SurveyResponse } from './survey-response.js';
import type { SurveyPhase } from './survey-response.js';

export type SurveyDraft = Omit<z.input<typeof SurveyResponse>, 'id' | 'version' | 'receivedAt'>;

/** A new reply to commit. `store.conflict` on committing it means this dossier and phase have replied already. */
export const recordSurvey = (
  draft: SurveyDraft,
  { clock, random }: { clock: Clock; random: Randomness },
): SurveyResponse =>
  SurveyResponse.parse({
    ...draft,
    id: draft.dossierCode === null ? `sv-${random.uuid()}` : surveyIdOf(draft.dossierCode, draft.phase),
    version: 1,
    receivedAt: instant(clock.now()),
  });

/** The same for every reply about one dossier and phase, so that only one is kept. */
const surveyIdOf = (dossierCode: string, phase: SurveyPhase): string =>
  `sv-${createHash('sha256').update(`${dossierCode}\n${phase}`).digest('hex').slice(0, 32)}`;
