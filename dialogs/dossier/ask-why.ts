import type { Act } from '../commands.js';
import { feedbackDraft, fileInTurn } from '../feedback/file-in-turn.js';
import { FORM } from '../forms.js';

/** One tap: the question is filed with the dossier just shown, and words can be added later. Filed once a dossier. */
export const askWhy: Act = async (_, turn) => {
  const { memory, say } = turn;
  const { dossierCode: code, why } = memory;
  if (code === null) return { next: { form: FORM.feedback, answers: { kind: 'delay' } } };
  if (why?.dossierCode === code) {
    const again = [say('feedback.addWords'), say('main.menu')].map((title) => ({ title, value: title }));
    await turn.reply({ text: say('dossier.askedWhy', { code: why.feedbackCode }), suggestions: again });
    return undefined;
  }
  const text = say('dossier.whyText', { code });
  const draft = feedbackDraft(turn, { kind: 'delay', text, dossierCode: code });
  const feedbackCode = await fileInTurn(turn, draft, ['feedback.addWords', 'main.menu']);
  memory.why = { dossierCode: code, feedbackCode };
  return undefined;
};

/** Words for what was just filed here, without its PIN: it was this conversation that filed it. */
export const addWords: Act = (_, { memory }) =>
  Promise.resolve({
    next: {
      form: FORM.followUp,
      answers:
        memory.why === null ? {} : { code: memory.why.feedbackCode, state: 'received', action: 'inform' },
    },
  });
