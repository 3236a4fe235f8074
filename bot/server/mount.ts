import type { Next, Request, Response, Server } from 'restify';
import type { Answers } from './answer.js';
import { HttpError } from './http-errors.js';
import { preflightRoute } from './origins.js';
import { checkTarget } from './request/check-target.js';
import type { Route } from './route.js';

/** Puts the routes on restify. Returns the requests in hand. */
export const mount = (server: Server, routes: readonly Route[], answers: Answers): Set<Promise<void>> => {
  const inHand = new Set<Promise<void>>();
  const handlerOf = (route: Route) => (request: Request, response: Response, next: Next) => {
    const work = answers.answer(route, request, response).then(
      () => {
        inHand.delete(work);
        next();
      },
      (error: unknown) => {
        inHand.delete(work);
        next(error);
      },
    );
    inHand.add(work);
  };
  server.pre((request: Request, response: Response, next: Next) => {
    try {
      checkTarget(request);
      answers.admit(request);
      next();
    } catch (error) {
      answers.answerError(error, request, response);
      next(false);
    }
  });
  for (const route of routes) {
    server[route.method](route.path, handlerOf(route));
    if (route.method === 'get') server.head(route.path, handlerOf(route));
  }
  for (const path of pathsOfOtherSites(routes)) server.opts(path, handlerOf(preflightRoute(path)));
  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    if (!response.headersSent) answers.answerError(ofRestify(error), request, response);
    done();
  });
  return inHand;
};

const pathsOfOtherSites = (routes: readonly Route[]): Set<string> =>
  new Set(routes.filter(({ callers }) => callers === 'allowedOrigins').map(({ path }) => path));

const ofRestify = (error: unknown): unknown => {
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 404) return new HttpError(404, 'notFound');
  return status === 405 ? new HttpError(405, 'methodNotAllowed') : error;
};
