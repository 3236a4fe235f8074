import type { Socket } from 'node:net';
import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { createBot } from './bot/framework/create-bot.js';
import { createServer } from './bot/server/create-server.js';
import { createLog } from './bot/server/log.js';
import { createOfficeCommands } from './cli/office-commands.js';
import type { OfficeRules } from './cli/office/office-command.js';
import type { Config } from './config.js';
import { systemClock } from './data/clock.js';
import { createProcessTurnLock } from './data/conversations/turn-lock.js';
import { createProcessWakeUp } from './data/conversations/wake-up.js';
import { createUsualTimes } from './data/dossiers/lateness/usual-times.js';
import type { DossierSource } from './data/dossiers/received/dossier-source.js';
import { loadCatalogue } from './data/load-dataset.js';
import { calendarFolder, loadCalendarYears } from './data/load-calendar.js';
import { loadSourceMapping } from './data/load-dossier-source.js';
import { loadOffice } from './data/load-office.js';
import { loadTexts } from './data/load-texts.js';
import { loadUnderstanding } from './data/load-understanding.js';
import type { Catalogue } from './data/procedures/catalogue.js';
import { createEditionedDataset } from './data/procedures/edition/editioned-dataset.js';
import { dueDateRulesOf } from './data/office/due-date-rules-of.js';
import { systemRandomness } from './data/randomness.js';
import { claimFolder } from './data/storage/folder-owner.js';
import { keptSecret } from './data/storage/kept-secret.js';
import { createEmbeddedStore } from './data/storage/lowdb/embedded-store.js';
import { createHttpDossierSource } from './data/storage/one-stop/http-dossier-source.js';
import { serveOwnerRequests } from './data/storage/owner-protocol.js';
import { loadPages } from './load-pages.js';

export interface RunningOffice {
  /** Where citizens reach it. */
  url: string;
  /** Finishes the turns in hand, then closes in the reverse order of opening. */
  stop(): Promise<void>;
}

/**
 * The whole office: dataset → storage → bot → server. Rejects with DomainError when a curated file, the profile or the
 * data folder cannot be used, and with the system's error when the folder is not writable or the port is taken.
 */
export const startOffice = async (config: Config): Promise<RunningOffice> => {
  const log = createLog(config.LOG_LEVEL);
  const office = loadOffice(config.OFFICE_PROFILE);
  const dueDates = dueDateRulesOf(office, loadCalendarYears(calendarFolder(resolve(config.DATA_DIR))));
  const texts = loadTexts();
  const folder = await openFolder(config, { base: loadCatalogue(), rules: { office, dueDates }, log });
  try {
    const { store, dataset } = folder;
    const turnLock = createProcessTurnLock();
    const wakeUp = createProcessWakeUp();
    const usualTimes = createUsualTimes({
      dossiers: store.dossiers,
      calendar: dueDates.calendar,
      clock: systemClock,
      onTrouble: (err) => {
        log.warn({ event: 'usualTimes.notCounted', err });
      },
    });
    const services = {
      catalogue: dataset.catalogue,
      understand: dataset.understand,
      office,
      dueDates,
      usualTimes,
      dossierSource: openSource(config, dataset.catalogue, log),
      texts,
      clock: systemClock,
      random: systemRandomness,
      store,
    };
    const bot = createBot({ store, services, turnLock, wakeUp, log });
    const pages = loadPages({ ...services, store, publicUrl: config.PUBLIC_URL ?? null });
    const secret = config.TOKEN_SECRET ?? keptSecret(config.DATA_DIR);
    const server = createServer({ ...services, store, bot, turnLock, wakeUp, config, log, pages, secret });
    const url = await server.listen();
    await server.resumeAbandoned();
    return {
      url,
      async stop() {
        await server.close();
        await turnLock.idle();
        await folder.close();
      },
    };
  } catch (error) {
    await folder.close();
    throw error;
  }
};

/** Claims the data folder, opens what is kept in it, and serves the office's commands on its socket. */
const openFolder = async (
  { DATA_DIR }: Config,
  { base, rules, log }: { base: Catalogue; rules: OfficeRules; log: Logger },
) => {
  const folder = resolve(DATA_DIR);
  let serve = (socket: Socket): void => void socket.destroy();
  const claim = await claimFolder(folder, (socket) => {
    serve(socket);
  });
  try {
    const onTrouble = (err: unknown): void => {
      log.error({ event: 'store.archiveFailed', err });
    };
    const store = await createEmbeddedStore({ folder, clock: systemClock, onTrouble });
    reportOpening(store.opening, log);
    const dataset = await createEditionedDataset({
      base,
      understandingOf: loadUnderstanding,
      edition: store.edition,
      clock: systemClock,
    });
    const services = { store, clock: systemClock, random: systemRandomness, rules: () => rules };
    serve = serveOwnerRequests(createOfficeCommands({ ...services, editionChanged: dataset.reload }));
    return {
      store,
      dataset,
      async close() {
        await claim.release();
        await store.close();
      },
    };
  } catch (error) {
    await claim.release();
    throw error;
  }
};

/** The one-stop software's API, where the office has described it. */
const openSource = (
  { DOSSIER_SOURCE, DOSSIER_SOURCE_TOKEN = '' }: Config,
  catalogue: Catalogue,
  log: Logger,
): DossierSource | null =>
  DOSSIER_SOURCE === undefined
    ? null
    : createHttpDossierSource({
        mapping: loadSourceMapping(DOSSIER_SOURCE),
        token: DOSSIER_SOURCE_TOKEN,
        catalogue,
        clock: systemClock,
        random: systemRandomness,
        onTrouble: (trouble) => {
          log.warn({ event: 'dossierSource.trouble', ...trouble });
        },
      });

type Opening = Awaited<ReturnType<typeof createEmbeddedStore>>['opening'];

const reportOpening = ({ torn, damaged }: Opening, log: Logger): void => {
  if (torn.length > 0) log.warn({ event: 'store.tornLineSetAside', torn });
  if (damaged.length > 0) log.error({ event: 'store.damaged', damaged });
};
