import { createHmac } from 'node:crypto';

/** Posts an SMS as the provider does and gives the text of the reply. */
export const createSmsGateway = (url: string, secret: string) => {
  let messages = 0;
  return async (from: string, text: string): Promise<string> => {
    const body = JSON.stringify({ id: `${from}-${String(++messages)}`, from, to: '1900', text });
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    const answer = await fetch(`${url}/hotline/sms`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Motcua-Timestamp': timestamp,
        'X-Motcua-Signature': `sha256=${signature}`,
      },
      body,
    });
    if (!answer.ok) throw new Error(`the hotline answered ${String(answer.status)}`);
    return answer.text();
  };
};
