import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../../../bot/server/request/client-address.js';

class Connection extends Socket {
  override readonly remoteAddress: string;

  constructor(address: string) {
    super();
    this.remoteAddress = address;
  }
}

const requestFrom = (address: string, forwarded?: string): IncomingMessage => {
  const request = new IncomingMessage(new Connection(address));
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return request;
};

describe('the address requests are counted by', () => {
  it('is the connection’s when no proxy is trusted, whatever a header says', () => {
    expect(clientAddress(requestFrom('203.0.113.7', '198.51.100.1'), false)).toBe('203.0.113.7');
  });

  it('is the one the trusted proxy wrote: the last', () => {
    const forged = '10.0.0.1, 198.51.100.1';
    expect(clientAddress(requestFrom('127.0.0.1', forged), true)).toBe('198.51.100.1');
  });

  it('is the proxy’s when its header is missing or no address', () => {
    for (const forwarded of [undefined, '', 'unknown', '198.51.100.1, <script>'])
      expect(clientAddress(requestFrom('127.0.0.1', forwarded), true)).toBe('127.0.0.1');
  });

  it('is the /64 of an IPv6 address, and the IPv4 address inside a mapped one', () => {
    const all = ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::9', '::ffff:203.0.113.7', '::1', '2001:db8::1'];
    expect(all.map((address) => clientAddress(requestFrom(address), false))).toEqual([
      '2001:db8:1:2',
      '2001:db8:1:2',
      '203.0.113.7',
      '0:0:0:0',
      '2001:db8:0:0',
    ]);
  });
});
