import { z } from 'zod';

const Opened = z.object({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.number(),
  streamUrl: z.string().default(''),
});
export type Opened = z.infer<typeof Opened>;

/** What a stream frame and a poll's answer hold. */
export const ActivitySet = z.object({
  activities: z.array(
    z.looseObject({
      id: z.string(),
      type: z.string(),
      text: z.string().optional(),
      from: z.object({ id: z.string(), role: z.string() }),
      channelData: z.object({ clientActivityID: z.string().optional() }).optional(),
    }),
  ),
  watermark: z.string(),
});

export const ErrorBody = z.object({ error: z.strictObject({ code: z.string(), message: z.string() }) });

/** Plain calls of Direct Line, one function a route. */
export const directLine = (domain: string) => {
  const call = (
    method: string,
    path: string,
    { token, body, headers = {} }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Response> =>
    fetch(`${domain}/${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const generate = async (): Promise<Opened> =>
    Opened.parse(await (await call('POST', 'tokens/generate')).json());
  return {
    call,
    generate,
    /** A conversation opened, the greeting said. */
    async open(): Promise<Opened> {
      const { token } = await generate();
      return Opened.parse(await (await call('POST', 'conversations', { token })).json());
    },
    post: ({ conversationId, token }: Opened, activity: unknown): Promise<Response> =>
      call('POST', `conversations/${conversationId}/activities`, { token, body: activity }),
    async poll({ conversationId, token }: Opened, watermark = '') {
      const path = `conversations/${conversationId}/activities?watermark=${watermark}`;
      return ActivitySet.parse(await (await call('GET', path, { token })).json());
    },
    async reconnect({ conversationId, token }: Opened, watermark = ''): Promise<Opened> {
      const path = `conversations/${conversationId}?watermark=${watermark}`;
      return Opened.parse(await (await call('GET', path, { token })).json());
    },
  };
};

export const message = (text: string, clientActivityID?: string) => ({
  type: 'message',
  from: { id: 'somebody else' },
  text,
  ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
});
