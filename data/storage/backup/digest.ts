import { hash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../canonical-json.js';
import type { Change } from '../../store.js';

/** What tells two storages apart: how many changes of each kind, and a checksum over all of them. */
export const Digest = z.strictObject({
  counts: z.record(z.string(), z.int().positive()),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Digest = z.infer<typeof Digest>;

/**
 * The checksum is the sum of the SHA-256 of each change's canonical JSON, modulo 2²⁵⁶: storages give state and receipts
 * in different orders, and all of them cannot be sorted without holding them in memory.
 */
export const createDigest = () => {
  const counts = new Map<string, number>();
  let sum = 0n;
  return {
    add(kind: Change['kind'], canonical: string): void {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      sum = BigInt.asUintN(256, sum + BigInt(`0x${hash('sha256', canonical)}`));
    },
    result: (): Digest => ({
      counts: Object.fromEntries(counts),
      checksum: sum.toString(16).padStart(64, '0'),
    }),
  };
};

/** Reads all of them; `seen` hears how many there were so far. */
export const digestOf = async (
  changes: AsyncIterable<Change>,
  seen: (count: number) => void = () => undefined,
): Promise<Digest> => {
  const digest = createDigest();
  let count = 0;
  for await (const change of changes) {
    digest.add(change.kind, canonicalJson(change));
    seen(++count);
  }
  return digest.result();
};

export const isSame = (one: Digest, other: Digest): boolean => canonicalJson(one) === canonicalJson(other);

export const total = ({ counts }: Digest): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
