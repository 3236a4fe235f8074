import { createHmac } from 'node:crypto';

/** Posts an SMS as a gateway does that shares the secret. */
export const postSms = (
  url: string,
  secret: string,
  sms: { id: string; from: string; text: string },
): Promise<Response> => {
  const body = JSON.stringify({ to: '1900', ...sms });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return fetch(`${url}/hotline/sms`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Motcua-Timestamp': timestamp,
      'X-Motcua-Signature': `sha256=${signature}`,
    },
    body,
  });
};
