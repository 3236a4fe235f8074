import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';

export interface StandInMessage {
  text: string;
  suggestions?: { title: string; value: string }[];
  card?: unknown;
  expects?: string;
  locale?: string;
}

interface Conversation {
  id: string;
  log: Record<string, unknown>[];
  sockets: Set<WebSocket>;
  receipts: Map<string, string>;
}

type Answer = (text: string, locale: string) => StandInMessage[];

/**
 * Speaks Direct Line 3.0 as our server does, from memory: sequence numbers, watermarks, repeats by
 * `clientActivityID` handled once, a WebSocket. Its `trouble` can be changed while it runs.
 */
export const startDirectLineStandIn = async (answer: Answer) => {
  const conversations = new Map<string, Conversation>();
  const pages = new Map<string, { type: string; body: string }>();
  /** Every message that came in, refused and repeated ones too. */
  const posts: { clientActivityID: string; text: string; locale: string }[] = [];
  const requests: string[] = [];
  const trouble = {
    /** Requests are cut off, as when the network is gone. */
    down: false,
    /** Messages are recorded, but the answer to the request is lost. */
    loseAnswers: false,
    sockets: true,
    delayMs: 0,
    /** Every message is refused with this. */
    refusal: null as { status: number; message: string } | null,
  };
  const sockets = new WebSocketServer({ noServer: true });
  let counter = 0;

  const append = (conversation: Conversation, activity: Record<string, unknown>): string => {
    const id = `${conversation.id}|${String(conversation.log.length).padStart(7, '0')}`;
    conversation.log.push({ type: 'message', id, ...activity });
    const frame = JSON.stringify({
      activities: [conversation.log.at(-1)],
      watermark: String(conversation.log.length),
    });
    for (const socket of conversation.sockets) socket.send(frame);
    return id;
  };

  const say = (conversation: Conversation, messages: readonly StandInMessage[]): void => {
    for (const { text, suggestions = [], card, expects, locale = 'vi' } of messages)
      append(conversation, {
        from: { id: 'bot', role: 'bot' },
        text,
        locale,
        suggestedActions: { actions: suggestions.map((action) => ({ type: 'imBack', ...action })) },
        channelData: { card, expects },
      });
  };

  const opened = (conversation: Conversation) => ({
    conversationId: conversation.id,
    token: `token-${conversation.id}`,
    expires_in: 1800,
    streamUrl: `ws://127.0.0.1:${String(port())}/stream/${conversation.id}`,
  });

  const post = (conversation: Conversation, body: Record<string, unknown>): string | null => {
    const { clientActivityID } = body['channelData'] as { clientActivityID: string };
    const [text, locale] = [String(body['text']), String(body['locale'])];
    posts.push({ clientActivityID, text, locale });
    if (trouble.refusal) return null;
    const known = conversation.receipts.get(clientActivityID);
    if (known !== undefined) return known;
    const id = append(conversation, {
      from: { id: 'citizen', role: 'user' },
      text,
      channelData: { clientActivityID },
    });
    conversation.receipts.set(clientActivityID, id);
    say(conversation, answer(text, locale));
    return id;
  };

  const directLine = (
    method: string,
    url: URL,
    body: Record<string, unknown>,
    token: string,
  ): [number, unknown] => {
    const path = url.pathname.slice('/v3/directline/'.length);
    if (path === 'tokens/generate') {
      const id = `c${String((counter += 1))}`;
      conversations.set(id, { id, log: [], sockets: new Set(), receipts: new Map() });
      return [200, { conversationId: id, token: `token-${id}`, expires_in: 1800 }];
    }
    const conversation = conversations.get(token.slice('token-'.length));
    if (!conversation) return [403, problem('Phiên trò chuyện đã hết hạn.')];
    if (path === 'conversations') say(conversation, answer('', String(body['locale'])));
    if (!path.endsWith('/activities')) return [200, opened(conversation)];
    return method === 'GET' ? [200, since(conversation, url)] : posted(conversation, body);
  };

  const since = ({ log }: Conversation, url: URL) => {
    const from = Number(url.searchParams.get('watermark') ?? '0');
    return { activities: log.slice(from), watermark: String(log.length) };
  };

  const posted = (conversation: Conversation, body: Record<string, unknown>): [number, unknown] => {
    const id = post(conversation, body);
    const { refusal } = trouble;
    return refusal === null ? [200, { id }] : [refusal.status, problem(refusal.message)];
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    requests.push(`${request.method ?? ''} ${url.pathname}`);
    const page = pages.get(url.pathname);
    if (page) {
      reply(response, 200, page.type, page.body);
      return;
    }
    if (!url.pathname.startsWith('/v3/')) {
      reply(response, 404, 'text/plain', '');
      return;
    }
    await directLineRequest(request, response, url);
  };

  const directLineRequest = async (
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> => {
    const given = await readJson(request);
    if (trouble.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, trouble.delayMs));
    if (trouble.down) {
      request.socket.destroy();
      return;
    }
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const [status, body] = directLine(request.method === 'POST' ? 'POST' : 'GET', url, given, token);
    const isMessage = request.method === 'POST' && url.pathname.endsWith('/activities');
    if (trouble.loseAnswers && isMessage) request.socket.destroy();
    else reply(response, status, 'application/json', JSON.stringify(body));
  };

  const server = createServer((request, response) => void handle(request, response));
  const port = (): number => (server.address() as AddressInfo).port;
  server.on('upgrade', (request, socket, head) => {
    const conversation = conversations.get((request.url ?? '').split('/')[2] ?? '');
    if (!conversation || trouble.down || !trouble.sockets) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (stream) => {
      conversation.sockets.add(stream);
      stream.on('close', () => conversation.sockets.delete(stream));
      stream.send(
        JSON.stringify({ activities: conversation.log, watermark: String(conversation.log.length) }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${String(port())}`,
    posts,
    requests,
    trouble,
    serve: (path: string, body: string, type = 'text/html; charset=utf-8'): void => {
      pages.set(path, { type, body });
    },
    conversations,
    /** The citizen's messages as recorded, over all conversations. */
    recorded: (): string[] =>
      [...conversations.values()]
        .flatMap(({ log }) => log)
        .filter(({ from }) => (from as { role: string }).role === 'user')
        .map(({ text }) => String(text)),
    breakStreams: (): void => {
      for (const { sockets: open } of conversations.values()) for (const socket of open) socket.terminate();
    },
    forget: (): void => {
      conversations.clear();
    },
    close: async (): Promise<void> => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
export type DirectLineStandIn = Awaited<ReturnType<typeof startDirectLineStandIn>>;

/** In two steps: restify, when it is loaded too, leaves `writeHead` without a return value. */
const reply = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
};

const problem = (message: string) => ({ error: { code: 'Refused', message } });

const readJson = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
};
