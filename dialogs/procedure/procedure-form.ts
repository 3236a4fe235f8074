import { inLocale } from '../../data/language/locale.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import { keptText } from '../../data/understanding/unanswered/unanswered-question.js';
import { Aspect } from '../../data/understanding/understanding.js';
import type { Answers, Form, FormStep } from '../form-dialog.js';
import { FORM } from '../forms.js';
import type { Memory } from '../memory.js';
import { homeSuggestions } from '../home.js';
import { choiceStep } from '../steps.js';
import type { Reply, Turn } from '../turn.js';
import { caseFields, caseStep, settledAnswers } from './case-step.js';
import { readDueQuestion } from './due-question.js';
import type { DueQuestion } from './due-question.js';
import { dueReply } from './due-replies.js';
import { procedureReplies } from './procedure-replies.js';
import { keepRejected, othersIn, rememberAsked } from './unanswered.js';

const NONE_OF_THESE = 'none';

/** What this form starts from. `candidates` are codes, best first, separated by blanks, as are the next best `others`; `question`: what was typed. */
export const procedureAnswers = (
  candidates: readonly string[],
  aspect: Aspect | null,
  question: string | null = null,
  others: readonly string[] = [],
): Answers => ({
  candidates: candidates.join(' '),
  aspect,
  ...(question === null ? {} : { question: keptText(question) }),
  ...(others.length === 0 ? {} : { others: others.join(' ') }),
});

/** The same procedure once more, with what the citizen already said of his case. */
export const againAnswers = (
  { code, answers }: NonNullable<Memory['procedure']>,
  aspect: Aspect | null,
): Answers => ({
  ...procedureAnswers([code], aspect),
  ...caseFields(answers),
});

/** When the result would come if filed then. */
export const dueAnswers = (start: Answers, filed: DueQuestion['filed']): Answers => ({
  ...start,
  aspect: 'time',
  filed,
});

/** One procedure, told apart from its neighbours and by who applies, then answered. */
export const procedureForm: Form = {
  id: FORM.procedure,
  version: 1,
  next(answers, turn) {
    const code = chosenCode(answers);
    if (code === null) return pickStep;
    if (code === NONE_OF_THESE || !needsCase(answers)) return null;
    const procedure = turn.services.catalogue.find(code);
    return procedure ? caseStep(procedure, answers) : null;
  },
  async aside(turn, answers) {
    const procedure = turn.services.catalogue.find(chosenCode(answers) ?? '');
    if (!procedure) return null;
    const due = readDueQuestion(turn.text, turn.services.clock.now());
    if (due && isAbout(turn, due.rest, procedure))
      return dueReply(turn, procedure, settledAnswers(answers), due.filed);
    const asked = turn.services.understand(turn.text, { procedureCode: procedure.code });
    if (!asked.aspect || asked.aspect === 'documents' || asked.candidates[0]?.code !== procedure.code)
      return null;
    const [reply] = await procedureReplies(turn, procedure, settledAnswers(answers), asked.aspect);
    return reply ?? null;
  },
  async finish(turn, answers) {
    const procedure = turn.services.catalogue.find(chosenCode(answers) ?? '');
    if (!procedure) {
      keepRejected(turn, answers);
      await turn.reply({ text: turn.say('procedure.noneOfThese'), suggestions: homeSuggestions(turn.say) });
      return null;
    }
    const settled = settledAnswers(answers);
    turn.memory.procedure = { code: procedure.code, answers: settled };
    rememberAsked(turn, answers, procedure.code);
    if (answers['filed']) {
      await turn.reply(await dueReply(turn, procedure, settled, answers['filed']));
      return null;
    }
    const aspect = Aspect.nullable().parse(answers['aspect'] ?? null);
    const others = othersIn(answers);
    for (const reply of await procedureReplies(turn, procedure, settled, aspect))
      await turn.reply(others.length > 0 ? withOthers(turn, reply) : reply);
    return null;
  },
};

/** It names this procedure, or none. */
const isAbout = ({ services }: Turn, rest: string, { code }: Procedure): boolean => {
  const { outcome, candidates } = services.understand(rest, { procedureCode: code });
  return outcome === 'none' || candidates[0]?.code === code;
};

/** Whoever meant something else is one tap from the next best. */
const withOthers = (turn: Turn, reply: Reply): Reply => {
  const title = turn.say('procedure.notThis');
  return { ...reply, suggestions: [...(reply.suggestions ?? []), { title, value: title }] };
};

export const chosenCode = (answers: Answers): string | null => {
  const candidates = (answers['candidates'] ?? '').split(' ');
  return answers['procedure'] ?? (candidates.length === 1 ? (candidates[0] ?? null) : null);
};

/** Only the list of papers and the whole answer depend on the case. */
const needsCase = (answers: Answers): boolean =>
  [null, undefined, 'documents', 'form'].includes(answers['aspect']);

const pickStep: FormStep = choiceStep({
  id: 'procedure',
  ask: (turn) => turn.say('procedure.which'),
  options: (turn, answers) => [
    ...(answers['candidates'] ?? '').split(' ').flatMap((code) => {
      const procedure = turn.services.catalogue.find(code);
      return procedure ? [{ value: code, title: inLocale(procedure.title, turn.locale) }] : [];
    }),
    { value: NONE_OF_THESE, title: turn.say('procedure.none') },
  ],
});
