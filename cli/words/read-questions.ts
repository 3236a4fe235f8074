import type { Day } from '../../data/calendar/day.js';
import { loadKnowledge } from '../../data/load-understanding.js';
import { createContentWords } from '../../data/understanding/unanswered/content-words.js';
import { groupQuestions } from '../../data/understanding/unanswered/group-questions.js';
import type { QuestionGroup } from '../../data/understanding/unanswered/group-questions.js';
import { UnansweredQuestion } from '../../data/understanding/unanswered/unanswered-question.js';
import type { OfficeAccess } from '../office/office-access.js';

/** The questions kept in a range of days, those that mean the same together, the most frequent first. */
export const readQuestionGroups = async (
  office: OfficeAccess,
  range: { from: Day; to: Day },
): Promise<QuestionGroup[]> => {
  const questions: UnansweredQuestion[] = [];
  for await (const line of office.run('questions.read', range))
    questions.push(UnansweredQuestion.parse(JSON.parse(line)));
  return groupQuestions(questions, createContentWords(loadKnowledge().lexicon));
};
