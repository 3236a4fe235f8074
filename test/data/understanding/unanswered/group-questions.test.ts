import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../../data/load-understanding.js';
import { createContentWords } from '../../../../data/understanding/unanswered/content-words.js';
import { groupQuestions } from '../../../../data/understanding/unanswered/group-questions.js';
import type { UnansweredQuestion } from '../../../../data/understanding/unanswered/unanswered-question.js';
import { keptText } from '../../../../data/understanding/unanswered/unanswered-question.js';
import { questionChange } from '../../storage/records.js';

const wordsOf = createContentWords(loadKnowledge().lexicon);

let asked = 0;
const question = (text: string, changes: Partial<UnansweredQuestion> = {}): UnansweredQuestion =>
  questionChange({ id: String((asked += 1)), text, ...changes }).record;

const groups = (...texts: string[]) =>
  groupQuestions(
    texts.map((text) => question(text)),
    wordsOf,
  ).map(({ wordings }) => wordings);

describe('the words a question is told by', () => {
  it('are folded, without the fillers', () => {
    expect(wordsOf('Cho em hỏi thẻ lông ngỗng ạ').telling).toEqual(['long', 'ngong', 'the']);
  });

  it('are in doubt when they may be fillers whose marks were not typed', () => {
    expect(wordsOf('the long ngong')).toEqual({ telling: ['ngong'], perhaps: ['long', 'the'] });
  });

  it('are all its words when it has nothing but fillers', () => {
    expect(wordsOf('cho em hỏi ạ').telling).toContain('hoi');
  });
});

describe('grouping unanswered questions', () => {
  it('puts those that mean the same together, whatever order, marks and politeness', () => {
    expect(
      groups('thẻ lông ngỗng', 'cho em hỏi lông ngỗng thẻ ạ', 'the long ngong', 'đăng ký nuôi voi rừng'),
    ).toEqual([
      ['cho em hỏi lông ngỗng thẻ ạ', 'the long ngong', 'thẻ lông ngỗng'],
      ['đăng ký nuôi voi rừng'],
    ]);
  });

  it('adds a question with one word more, and keeps apart what differs in a word', () => {
    expect(groups('thẻ lông ngỗng', 'thẻ lông ngỗng trắng')).toHaveLength(1);
    expect(groups('lông ngỗng trắng', 'lông ngỗng xám')).toHaveLength(2);
    expect(groups('the thuong binh', 'thẻ thương binh', 'sổ thương binh')).toHaveLength(2);
  });

  it('counts, names the reasons, and puts the most frequent first', () => {
    const [first, second, ...others] = groupQuestions(
      [
        question('nuôi voi rừng', { nearest: ['1.000001'] }),
        question('thẻ lông ngỗng', { nearest: ['1.000003', '1.000002'] }),
        question('thẻ lông ngỗng', { nearest: ['1.000002'], why: 'rejectedChoices' }),
        question('Thẻ lông ngỗng ạ', { nearest: [], why: 'askedAgain' }),
      ],
      wordsOf,
    );
    expect(first).toEqual({
      count: 3,
      wordings: ['thẻ lông ngỗng', 'Thẻ lông ngỗng ạ'],
      why: { notFound: 1, rejectedChoices: 1, rejectedAnswer: 0, askedAgain: 1 },
      nearest: ['1.000002', '1.000003'],
    });
    expect(second).toMatchObject({ count: 1, nearest: ['1.000001'] });
    expect(others).toEqual([]);
  });

  it('gives the same groups in whatever order the questions come', () => {
    const texts = [
      'a thẻ ngỗng voi',
      'thẻ ngỗng',
      'thẻ ngỗng voi',
      'ngỗng voi b thẻ',
      'voi ngỗng',
      'xe tăng',
    ];
    expect(groups(...texts.toReversed())).toEqual(groups(...texts));
  });
});

describe('the text that may be kept', () => {
  it('has no half of a character at its end', () => {
    expect(keptText(`${'ab '.repeat(99)}ab😀`)).toBe(`${'ab '.repeat(99)}ab`);
  });

  it('is masked before it is cut, so that no half of a number stays', () => {
    expect(keptText(`${'ab '.repeat(97)}0912345678 xyz`)).toBe(`${'ab '.repeat(97)}••• xyz`);
  });
});
