import { z } from 'zod';
import { cleanText } from '../../data/language/clean-text.js';
import { ProcedureCode } from '../../data/procedures/procedure.js';

const LONGEST = 100;

/** A procedure's code and a name in quotes. */
export const aliasOperands = z.tuple(
  [
    z
      .string()
      .refine((code) => ProcedureCode.safeParse(code).success, 'Mã thủ tục chưa đúng, ví dụ đúng: 1.014199.'),
    z
      .string()
      .transform((typed) => cleanText(typed).replace(/\s+/g, ' '))
      .refine((alias) => /\p{L}{2}/u.test(alias), 'Tên gọi phải có chữ.')
      .refine((alias) => alias.length <= LONGEST, `Tên gọi dài quá ${String(LONGEST)} ký tự.`),
  ],
  { error: 'Cần đúng hai phần: mã thủ tục và tên gọi trong ngoặc kép, ví dụ 1.014199 "giấy cho Tây".' },
);
