import { z } from 'zod';

/** The last sequence a client has seen. Microsoft's client sends an empty one until it has. */
export const Watermark = z
  .string()
  .regex(/^\d{0,15}$/)
  .nullish()
  .transform((text) => Number(text ?? 0));
