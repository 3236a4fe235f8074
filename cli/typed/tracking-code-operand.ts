import { z } from 'zod';
import { readTrackingCode } from '../../data/feedback/tracking-code.js';

/** Exactly one operand: a tracking code as a person types it. */
export const trackingCodeOperand = z
  .array(z.string())
  .length(1, 'Cần đúng một mã phản ánh, ví dụ PA-3M7K-HM4X.')
  .transform(([typed = ''], context) => {
    const code = readTrackingCode(typed);
    if (code !== null) return code;
    context.addIssue(
      `"${typed}" không phải là mã phản ánh. Mã có dạng PA-XXXX-XXXX; có thể một chữ bị gõ sai.`,
    );
    return z.NEVER;
  });

export const noOperands = z.array(z.string()).max(0, 'Lệnh này không nhận thêm từ nào ngoài các tham số.');
