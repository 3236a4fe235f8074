import { z } from 'zod';

/** Any value that survives JSON: what conversation state and logged activities are made of. */
export const Json = z.json();
export type Json = z.infer<typeof Json>;

export const JsonObject = z.record(z.string(), Json);
export type JsonObject = z.infer<typeof JsonObject>;
