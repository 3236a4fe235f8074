import { z } from 'zod';
import { fold } from '../../data/language/fold.js';

/** `Chậm trễ` → `cham-tre`: what a clerk can type without marks. */
const typable = (label: string): string =>
  fold(label)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** An option that takes one of our words, in Vietnamese without marks or as the records write it. */
export const choiceOf = <Key extends string>(option: string, labels: Readonly<Record<Key, string>>) =>
  z.string(`Thiếu --${option}. Cho phép: ${choices(labels)}.`).transform((typed, context): Key => {
    const keys = Object.keys(labels) as Key[];
    const found = keys.find((key) => key === typed || typable(labels[key]) === typable(typed));
    if (found !== undefined) return found;
    context.addIssue(`--${option} "${typed}" không có. Cho phép: ${choices(labels)}.`);
    return z.NEVER;
  });

export const choices = (labels: Readonly<Record<string, string>>): string =>
  Object.values(labels).map(typable).join(', ');
