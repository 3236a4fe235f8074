import postgres from 'postgres';

/**
 * Hears a channel on a connection of its own, which the driver opens again when it is lost. It cannot tell that it has
 * become deaf: who listens must expect to hear something and open another when it does not.
 */
export const openListener = (url: string, channel: string, hear: (payload: string) => void) => {
  const client = postgres(url, {
    max: 1,
    connect_timeout: CONNECT_S,
    backoff: () => AGAIN_S,
    fetch_types: false,
    onnotice: () => undefined,
    connection: { application_name: 'motcua listening' },
  });
  // Fails while the database is gone, and is tried again.
  client.listen(channel, hear).catch(() => undefined);
  return { close: (): Promise<void> => client.end({ timeout: LEAVE_S }) };
};

const CONNECT_S = 2;
const AGAIN_S = 0.5;
const LEAVE_S = 1;
