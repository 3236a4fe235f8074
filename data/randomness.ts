import { randomBytes, randomUUID } from 'node:crypto';

/** The only source of chance: ids, tracking codes and PINs. Tests pass a seeded one. */
export interface Randomness {
  /** A whole number from 0 to `below` - 1, evenly spread. */
  below(below: number): number;
  uuid(): string;
}

const evenBelow = (below: number): number => {
  const limit = Math.floor(0x1_0000_0000 / below) * below;
  for (;;) {
    const drawn = randomBytes(4).readUInt32BE();
    if (drawn < limit) return drawn % below;
  }
};

export const systemRandomness: Randomness = { below: evenBelow, uuid: () => randomUUID() };
