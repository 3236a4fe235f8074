import { describe, expect, it } from 'vitest';
import { localeOfHeader } from '../../../../bot/server/request/accept-language.js';

describe('the reader’s language', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['en', 'en'],
    ['en-US,en;q=0.9,vi;q=0.8', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['fr-FR,fr;q=0.9,en;q=0.2', 'en'],
    ['en;q=0.1, vi;q=0.5', 'vi'],
    ['en;q=0, fr', 'vi'],
    ['en;q=x', 'vi'],
    ['*', 'vi'],
    [',;=;q=,'.repeat(1_000), 'vi'],
  ])('of Accept-Language %s is %s', (header, locale) => {
    expect(localeOfHeader(header)).toBe(locale);
  });
});
