import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../data/load-dataset.js';
import { loadKnowledge } from '../../../data/load-understanding.js';
import { createUnderstand } from '../../../data/understanding/understand.js';
import { measure, share } from '../../questions/figures.js';
import { readQuestions } from '../../questions/question-set.js';

const catalogue = loadCatalogue();
const knowledge = loadKnowledge();
const all = [...readQuestions('tune'), ...readQuestions('report'), ...readQuestions('blind')];

describe('the part of the question set nobody tuned on', () => {
  const figures = measure(readQuestions('report'), createUnderstand(catalogue, knowledge)).get('all');
  if (figures === undefined) throw new Error('no questions');

  it('finds the right procedure first for 95 of 100 questions, among the first three for 99', () => {
    expect(share(figures.first, figures.asked)).toBeGreaterThanOrEqual(0.95);
    expect(share(figures.firstThree, figures.asked)).toBeGreaterThanOrEqual(0.99);
  });

  it('answers four of five outright, and 98 of 100 answers are right', () => {
    expect(share(figures.answered, figures.asked)).toBeGreaterThanOrEqual(0.8);
    expect(share(figures.rightAnswers, figures.answered)).toBeGreaterThanOrEqual(0.98);
  });

  it('turns down 98 of 100 questions from outside the field', () => {
    expect(share(figures.rejected, figures.outside)).toBeGreaterThanOrEqual(0.98);
  });

  it('tells 97 of 100 intents', () => {
    expect(share(figures.rightIntents, figures.intents)).toBeGreaterThanOrEqual(0.97);
  });
});

describe('the part of four writers who knew neither records nor code', () => {
  const byStyle = measure(readQuestions('blind'), createUnderstand(catalogue, knowledge));
  const figures = byStyle.get('all');
  if (figures === undefined) throw new Error('no questions');

  it('finds the right procedure first for 95 of 100 questions', () => {
    expect(share(figures.first, figures.asked)).toBeGreaterThanOrEqual(0.95);
  });

  it('has it among the first three for 99 of 100', () => {
    expect(share(figures.firstThree, figures.asked)).toBeGreaterThanOrEqual(0.99);
  });

  it('answers four of five outright, and 98 of 100 answers are right', () => {
    expect(share(figures.answered, figures.asked)).toBeGreaterThanOrEqual(0.8);
    expect(share(figures.rightAnswers, figures.answered)).toBeGreaterThanOrEqual(0.98);
  });

  it('turns down 98 of 100 questions from outside the field', () => {
    const outside = byStyle.get('offtopic');
    expect(share(outside?.rejected ?? 0, outside?.outside ?? 0)).toBeGreaterThanOrEqual(0.98);
  });

  it.each(['english', 'situation', 'dialect', 'telex', 'voice', 'noaccent'])(
    'is not much worse at the style "%s"',
    (style) => {
      const own = byStyle.get(style);
      expect(share(own?.first ?? 0, own?.asked ?? 0)).toBeGreaterThanOrEqual(0.93);
    },
  );

  it('tells 97 of 100 intents', () => {
    expect(share(figures.rightIntents, figures.intents)).toBeGreaterThanOrEqual(0.97);
  });
});

describe('the question set', () => {
  it('holds at least 600 questions', () => {
    expect(all.length).toBeGreaterThanOrEqual(600);
  });

  it('asks about every procedure and accepts only codes of the catalogue', () => {
    const accepted = new Set(all.flatMap((question) => question.accepted ?? []));
    expect([...accepted].filter((code) => catalogue.find(code) === null)).toEqual([]);
    const never = catalogue.all.map(({ code }) => code).filter((code) => !accepted.has(code));
    expect(never).toEqual([]);
  });

  it('is not written into the dataset word for word, short everyday names aside', () => {
    const dataset = new Set(
      [
        ...catalogue.all.flatMap(({ aliases, situations }) => [...aliases, ...situations]),
        ...catalogue.lifeEvents.flatMap(({ phrases }) => phrases),
        ...Object.values(knowledge.everydayNames).flat(),
      ].map(plain),
    );
    const copied = all
      .map(({ text }) => plain(text))
      .filter((text) => text.split(' ').length > 4 && dataset.has(text));
    expect(copied).toEqual([]);
  });
});

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[?.!,]+/g, '')
    .trim();
