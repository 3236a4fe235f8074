import type { LocalText } from '../../../language/locale.js';
import type { Procedure } from '../../procedure.js';

/** A text a citizen reads, with its place in the record. */
export interface PlacedText {
  field: string;
  text: LocalText;
}

/** Sentences of our own: everything but official names and names of papers. */
export const sentencesOf = (procedure: Procedure): PlacedText[] => [
  ...placed('title', procedure.title),
  ...placed('summary', procedure.summary),
  ...whoAndWhere(procedure),
  ...(procedure.conditions ?? []).flatMap((text, index) => placed(`conditions[${String(index)}]`, text)),
  ...(procedure.documents ?? []).flatMap(({ note, notNeededIf }, index) => [
    ...placed(`documents[${String(index)}].note`, note),
    ...placed(`documents[${String(index)}].notNeededIf`, notNeededIf),
  ]),
  ...stepTexts(procedure),
  ...procedure.questions.flatMap(({ ask }, index) => placed(`questions[${String(index)}].ask`, ask)),
  ...placed('fee.text', procedure.fee?.text),
  ...placed('processingTime.note', procedure.processingTime.note),
  ...procedure.notices.flatMap(({ text }, index) => placed(`notices[${String(index)}].text`, text)),
  ...procedure.conflicts.flatMap(({ text, matters }, index) =>
    matters ? placed(`conflicts[${String(index)}].text`, text) : [],
  ),
  ...procedure.gaps.flatMap(({ reason }, index) => placed(`gaps[${String(index)}].reason`, reason)),
];

/** What says who is in charge today: the texts a stale agency must not stand in. */
export const whoAndWhere = (procedure: Procedure): PlacedText[] => [
  ...placed('agency', procedure.agency),
  ...placed('applicants', procedure.applicants),
  ...placed('whereToFile', procedure.whereToFile),
  ...placed('result', procedure.result),
  ...placed('collectAt', procedure.collectAt),
  ...procedure.levels.flatMap(({ does }, index) => placed(`levels[${String(index)}].does`, does)),
];

export const stepTexts = (procedure: Procedure): PlacedText[] =>
  (procedure.steps ?? []).flatMap(({ does, who }, index) => [
    ...placed(`steps[${String(index)}].does`, does),
    ...placed(`steps[${String(index)}].who`, who),
  ]);

export const documentNames = (procedure: Procedure): PlacedText[] =>
  (procedure.documents ?? []).flatMap(({ name }, index) => placed(`documents[${String(index)}].name`, name));

const placed = (field: string, text: LocalText | null | undefined): PlacedText[] =>
  text === null || text === undefined ? [] : [{ field, text }];
