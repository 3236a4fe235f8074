import { z } from 'zod';

/** Any value that survives JSON: what conversation state and logged activities are made of. */
const Json = z.json();
export const JsonObject = z.record(z.string(), Json);
export type JsonObject = z.infer<typeof JsonObject>;
