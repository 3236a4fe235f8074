import { describe, expect, it } from 'vitest';
import { sign, verifySignature } from '../../../../bot/channels/hotline/signature.js';

const secret = 'sixteen-or-more-characters';
const now = new Date('2026-11-20T02:00:00Z');
const seconds = (offset = 0): string => String(now.getTime() / 1000 + offset);
const rawBody = Buffer.from('{"id":"1","from":"0912345678","to":"8088","text":"PA đường hỏng"}');
const signed = (timestamp: string) => ({ timestamp, rawBody, signature: sign(secret, timestamp, rawBody) });

describe('the signature of a webhook', () => {
  it('is HMAC-SHA-256 over the timestamp, a dot and the raw body', () => {
    // printf '1700000000.{}' | openssl dgst -sha256 -hmac key
    expect(sign('key', '1700000000', Buffer.from('{}'))).toBe(
      'sha256=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae',
    );
  });

  it('holds for five minutes, both ways', () => {
    for (const offset of [0, -299, 299])
      expect(verifySignature(secret, signed(seconds(offset)), now)).toBe('valid');
    for (const offset of [-301, 301])
      expect(verifySignature(secret, signed(seconds(offset)), now)).toBe('outsideWindow');
  });

  it('refuses another secret, another body, another time and anything that is no signature', () => {
    const good = signed(seconds());
    const wrong = [
      { ...good, rawBody: Buffer.from(rawBody.toString().replace('hỏng', 'hong')) },
      { ...good, timestamp: seconds(1) },
      { ...good, signature: '' },
      { ...good, signature: good.signature.slice('sha256='.length) },
      { ...good, signature: good.signature.slice(0, -1) },
      { ...good, signature: sign('another secret', good.timestamp, rawBody) },
    ];
    for (const one of wrong) expect(verifySignature(secret, one, now)).toBe('wrongSignature');
  });

  it('refuses a time that is no number of seconds, even well signed', () => {
    for (const timestamp of ['', 'now', '1e9', ' 1', '-5'])
      expect(verifySignature(secret, signed(timestamp), now)).toBe('outsideWindow');
  });
});
