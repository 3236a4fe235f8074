import type { LeftOut } from '../../data/storage/lowdb/repair/left-out.js';
import type { Store } from '../../data/store.js';
import { KIND_NAMES } from './kind-names.js';

/** A file some lines had to be left out of. */
export interface RepairedFile {
  file: string;
  leftOut: readonly LeftOut[];
  original: string;
}

/** What was wrong with a file, what is left of it, and where its original lies. */
export const repairText = async (
  { file, leftOut, original }: RepairedFile,
  store: Store,
): Promise<string> => {
  const lines: string[] = [];
  for (const { line, bytes, mentions } of leftOut) {
    const said: string[] = [];
    for (const mention of mentions) said.push(`${nameOf(mention)}${await standingOf(mention, store)}`);
    const held = said.length === 0 ? 'không còn đọc được gì' : said.join('; ');
    lines.push(`  dòng ${count(line)} (${count(bytes)} byte): ${held}`);
  }
  return [
    `${file}: bỏ ${count(leftOut.length)} dòng hỏng.`,
    ...lines,
    `  Bản gốc còn nguyên: ${original}`,
    '',
  ].join('\n');
};

type Mention = LeftOut['mentions'][number];

const nameOf = ({ kind, key }: Mention): string => `${KIND_NAMES[kind]}${key === null ? '' : ` ${key}`}`;

/** An earlier or a later version may have been kept elsewhere. */
const standingOf = async ({ kind, key }: Mention, store: Store): Promise<string> => {
  const finder = { feedback: store.feedback, survey: store.surveys, dossier: store.dossiers };
  if (key === null || !(kind in finder)) return '';
  const record = await finder[kind as keyof typeof finder].find(key);
  return record ? ` (đang còn bản thứ ${count(record.version)})` : ' (không còn)';
};

const count = (value: number): string => value.toLocaleString('vi-VN');
