import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokens } from '../../../../bot/channels/directline/token.js';

describe('tokens and tickets', () => {
  let now = new Date('2026-11-20T02:00:00Z');
  const clock = { now: () => now };
  const tokens = createTokens({ secret: 'a secret', clock });
  const grant = { conversationId: 'c1', userId: 'dl_u1', until: now.getTime() / 1000 + 1800 };

  it('say for which conversation and user they are good, and until when', () => {
    const token = tokens.issue('c1', 'dl_u1');
    expect(tokens.verify(token)).toEqual({ ok: true, grant });
    expect(tokens.verifyTicket(tokens.ticket(grant))).toEqual({ ok: true, grant });
  });

  it('do not stand in for one another', () => {
    const refused = { ok: false, reason: 'invalid' };
    expect(tokens.verifyTicket(tokens.issue('c1', 'dl_u1'))).toEqual(refused);
    expect(tokens.verify(tokens.ticket(grant))).toEqual(refused);
  });

  it('show Microsoft’s clients the user they are for', () => {
    const [, payload = ''] = tokens.issue('c1', 'dl_u1').split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ user: 'dl_u1' });
  });

  it('expire: a token after half an hour, a ticket after a minute', () => {
    const [token, ticket] = [tokens.issue('c1', 'dl_u1'), tokens.ticket(grant)];
    const start = now;
    now = new Date(start.getTime() + 59_000);
    expect(tokens.verifyTicket(ticket).ok).toBe(true);
    now = new Date(start.getTime() + 60_000);
    expect(tokens.verifyTicket(ticket)).toEqual({ ok: false, reason: 'expired' });
    now = new Date(start.getTime() + 1_800_000);
    expect(tokens.verify(token)).toEqual({ ok: false, reason: 'expired' });
    now = start;
  });

  it('are refused when any character is another, or when another secret signed them', () => {
    const token = tokens.issue('c1', 'dl_u1');
    const foreign = createTokens({ secret: 'another secret', clock }).issue('c1', 'dl_u1');
    expect(tokens.verify(foreign)).toEqual({ ok: false, reason: 'invalid' });
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.constantFrom(...Array.from('Aa0-_.=B')),
        (place, character) => {
          fc.pre(token[place] !== character);
          expect(tokens.verify(token.slice(0, place) + character + token.slice(place + 1)).ok).toBe(false);
        },
      ),
    );
  });

  it('are refused when they ask for no signature, and when they are no tokens', () => {
    const [, payload = ''] = tokens.issue('c1', 'dl_u1').split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const forged of [`${none}.${payload}.`, `${none}.${payload}`, '', '..', 'x'])
      expect(tokens.verify(forged)).toEqual({ ok: false, reason: 'invalid' });
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tokens.verify(text).ok).toBe(false);
      }),
    );
  });
});
