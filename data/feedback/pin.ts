import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Randomness } from '../randomness.js';
import type { Feedback } from './feedback.js';

const PIN_LENGTH = 6;
const HASH_BYTES = 32;
const SALT_BYTES = 16;

/** Whether the typed PIN is the one given out with this feedback; blanks and dots people put in do not matter. */
export const matchesPin = async ({ pin }: Feedback, typed: string): Promise<boolean> => {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  if (digits.length !== PIN_LENGTH) return false;
  const given = await derive(digits, Buffer.from(pin.salt, 'hex'));
  const kept = Buffer.from(pin.hash, 'hex');
  return given.length === kept.length && timingSafeEqual(given, kept);
};

/** Six digits, told to the citizen once and never kept as such. */
export const drawPin = (random: Randomness): string =>
  Array.from({ length: PIN_LENGTH }, () => String(random.below(10))).join('');

/** The salt is no id and nothing to repeat in a test, so it comes straight from the system. */
export const hashPin = async (pin: string): Promise<Feedback['pin']> => {
  const salt = randomBytes(SALT_BYTES);
  return { salt: salt.toString('hex'), hash: (await derive(pin, salt)).toString('hex') };
};

const derive = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, (error, hash) => {
      if (error === null) resolve(hash);
      else reject(error);
    });
  });
