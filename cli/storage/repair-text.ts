import type { RepairedJournal } from '../../data/storage/lowdb/repair/repair-journals.js';
import { KIND_NAMES } from './kind-names.js';

/** What was wrong with a journal, what is lost, and where its original lies. */
export const repairText = ({ journal, kept, leftOut, original }: RepairedJournal): string =>
  [
    `${journal}: giữ ${count(kept)} dòng, bỏ ${count(leftOut.length)} dòng hỏng.`,
    ...leftOut.map(
      ({ line, bytes, mentions }) => `  dòng ${count(line)} (${count(bytes)} byte): ${mentioned(mentions)}`,
    ),
    `  Bản gốc còn nguyên: ${original}`,
    '',
  ].join('\n');

const mentioned = (mentions: RepairedJournal['leftOut'][number]['mentions']): string =>
  mentions.length === 0
    ? 'không còn đọc được gì'
    : mentions.map(({ kind, key }) => `${KIND_NAMES[kind]}${key === null ? '' : ` ${key}`}`).join('; ');

const count = (value: number): string => value.toLocaleString('vi-VN');
