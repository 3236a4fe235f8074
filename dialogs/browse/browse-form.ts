import { inLocale } from '../../data/language/locale.js';
import { FIELDS } from '../../data/procedures/procedure.js';
import type { FieldId } from '../../data/procedures/procedure.js';
import type { Option } from '../choice.js';
import type { Answers, Form } from '../form-dialog.js';
import { FORM } from '../forms.js';
import { procedureAnswers } from '../procedure/procedure-form.js';
import { choiceStep } from '../steps.js';
import type { Turn } from '../turn.js';

const PAGE = 7;
const MORE = 'more';

/** For who does not know what to ask: by field of work or by situation in life, a page at a time. */
export const browseForm: Form = {
  id: FORM.browse,
  version: 1,
  next(answers) {
    if (answers['by'] === undefined) return byStep;
    if (answers['by'] === 'situation')
      return answers['event'] === undefined ? eventStep(pageOf(answers)) : null;
    if (answers['field'] === undefined) return fieldStep;
    return answers['procedure'] === undefined ? procedureStep(pageOf(answers)) : null;
  },
  finish(turn, answers) {
    const event = turn.services.catalogue.lifeEvents.find(({ id }) => id === answers['event']);
    const codes = event?.procedures ?? [answers['procedure'] ?? ''];
    return Promise.resolve({ form: FORM.procedure, answers: procedureAnswers(codes.slice(0, PAGE), null) });
  },
};

const byStep = choiceStep({
  id: 'by',
  ask: (turn) => turn.say('browse.askBy'),
  options: (turn) => [
    { value: 'field', title: turn.say('browse.byField') },
    { value: 'situation', title: turn.say('browse.bySituation') },
  ],
});

const fieldStep = choiceStep({
  id: 'field',
  ask: (turn) => turn.say('browse.askField'),
  options: (turn) => FIELDS.map((field) => ({ value: field, title: turn.say(`field.${field}`) })),
});

/** Pages are answers under names of their own (`page1`, `page2` …), so that "quay lại" turns back a page. */
const pageOf = (answers: Answers): number =>
  Object.keys(answers).filter((name) => /^page\d+$/.test(name)).length;

const paged = (
  id: string,
  page: number,
  ask: (turn: Turn) => string,
  all: (turn: Turn, answers: Answers) => Option[],
) => {
  const step = choiceStep({
    id,
    ask,
    options: (turn, answers) => {
      const options = all(turn, answers);
      const rest =
        options.length > (page + 1) * PAGE ? [{ value: MORE, title: turn.say('browse.more') }] : [];
      return [...options.slice(page * PAGE, (page + 1) * PAGE), ...rest];
    },
  });
  return {
    ...step,
    read: async (turn: Turn, answers: Answers) => {
      const reading = await step.read(turn, answers);
      const more = 'answers' in reading && reading.answers[id] === MORE;
      return more ? { answers: { [`page${String(page + 1)}`]: MORE } } : reading;
    },
  };
};

const eventStep = (page: number) =>
  paged(
    'event',
    page,
    (turn) => turn.say('browse.askSituation'),
    (turn) =>
      turn.services.catalogue.lifeEvents.map(({ id, title }) => ({
        value: id,
        title: inLocale(title, turn.locale),
      })),
  );

const procedureStep = (page: number) =>
  paged(
    'procedure',
    page,
    (turn) => turn.say('browse.askProcedure'),
    (turn, answers) =>
      turn.services.catalogue
        .byField(answers['field'] as FieldId)
        .map(({ code, title }) => ({ value: code, title: inLocale(title, turn.locale) })),
  );
