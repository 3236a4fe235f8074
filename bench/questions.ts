import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createCatalogue } from '../data/procedures/catalogue.js';
import { loadCatalogue } from '../data/load-dataset.js';
import { loadKnowledge } from '../data/load-understanding.js';
import { createUnderstand } from '../data/understanding/understand.js';
import { measure, share } from '../test/questions/figures.js';
import type { Figures } from '../test/questions/figures.js';
import { readQuestions } from '../test/questions/question-set.js';
import type { Question } from '../test/questions/question-set.js';
import { namedProcedures, seededNames } from './procedure-names.js';
import { createFuseSearch, createMiniSearch } from './search-libraries.js';

/** The full size of the national list of procedures. */
const NATIONAL = 5600;
const SLOW_SAMPLE = 40;

const { values } = parseArgs({ options: { names: { type: 'string' } } });
const catalogue = loadCatalogue();
const knowledge = loadKnowledge();
const questions = {
  tune: readQuestions('tune'),
  report: readQuestions('report'),
  blind: readQuestions('blind'),
};
const print = (line = ''): void => void process.stdout.write(`${line}\n`);

const ours = createUnderstand(catalogue, knowledge);
const fuse = createFuseSearch(catalogue.all, knowledge.everydayNames);
const mini = createMiniSearch(catalogue.all, knowledge.everydayNames);

for (const split of ['blind', 'report', 'tune'] as const) {
  print(
    `\n${split}: ${String(questions[split].length)} questions over ${String(catalogue.all.length)} procedures`,
  );
  printTable(measure(questions[split], ours));
}

print('\nThe same questions through search libraries over the same names (first, first three, rejected)');
for (const [name, search, asked] of [
  ['minisearch', mini, questions.report],
  ['fuse.js', fuse, everyNth(questions.report, SLOW_SAMPLE)],
] as const) {
  const all = measure(asked, search).get('all');
  if (all !== undefined) print(`${name.padEnd(12)} ${summary(all)}   (${String(asked.length)} questions)`);
}

const names =
  values.names === undefined
    ? seededNames(NATIONAL, catalogue.all)
    : readNames(values.names).slice(0, 65_000);
const national = createCatalogue(catalogue.edition, namedProcedures(names), []);
const oursNational = createUnderstand(national, { ...knowledge, everydayNames: {} });
const miniNational = createMiniSearch(national.all, {});

print(`\nLatency, ms a question (median of 5 runs); national: ${String(names.length)} names`);
const times = {
  'motcua, own catalogue': latency(ours, questions.report),
  'minisearch, own catalogue': latency(mini, questions.report),
  'fuse.js, own catalogue': latency(fuse, everyNth(questions.report, SLOW_SAMPLE)),
  'motcua, national': latency(oursNational, questions.report),
  'minisearch, national': latency(miniNational, questions.report),
};
for (const [name, time] of Object.entries(times)) print(`${name.padEnd(28)} ${time.toFixed(3)}`);
const own = times['motcua, own catalogue'];
print(
  `\n${(times['fuse.js, own catalogue'] / own).toFixed(0)} x Fuse.js's speed on the own catalogue (goal 20)`,
);
print(
  `${(times['minisearch, national'] / times['motcua, national']).toFixed(1)} x MiniSearch's speed on the national list (goal 1)`,
);
print(
  `${(times['motcua, national'] / own).toFixed(1)} x the own catalogue's time on the national list (goal at most 8)`,
);

function printTable(figures: ReadonlyMap<string, Figures>): void {
  for (const [style, found] of [...figures].sort(
    ([a], [b]) => Number(a === 'all') - Number(b === 'all') || (a < b ? -1 : 1),
  ))
    print(`  ${style.padEnd(12)} ${summary(found)}`);
}

function summary(found: Figures): string {
  const parts: [string, number, number][] = [
    ['first', found.first, found.asked],
    ['three', found.firstThree, found.asked],
    ['answered', found.answered, found.asked],
    ['answers right', found.rightAnswers, found.answered],
    ['rejected', found.rejected, found.outside],
    ['intent', found.rightIntents, found.intents],
  ];
  return parts
    .filter(([, , whole]) => whole > 0)
    .map(([what, part, whole]) => `${what} ${(100 * share(part, whole)).toFixed(1)}% of ${String(whole)}`)
    .join(', ');
}

function latency(understand: typeof ours, asked: readonly Question[]): number {
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (const { text } of asked) understand(text, { procedureCode: null });
    return (performance.now() - start) / asked.length;
  });
  return runs.sort((a, b) => a - b)[2] ?? 0;
}

function everyNth<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / most));
  return items.filter((_, index) => index % step === 0);
}

/** A tab-separated list whose second column is the name. */
function readNames(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[1] ?? '')
    .filter((name) => name !== '');
}
