/** Every limit of the server. Many citizens share one address (an office's Wi-Fi, a mobile carrier): those are wide. */
export const LIMITS = {
  /** The longest text a bot takes is 5,000 characters, 15 KB in Vietnamese; Microsoft's client wraps it in 1 KB. */
  bodyBytes: 64 * 1024,
  rates: {
    /** By address, anything at all: 200 people who poll once a second, and a scanner is slowed. */
    request: { burst: 2_000, perSecond: 200 },
    /** By address: new conversations. 300 people open the page at eight o'clock. */
    token: { burst: 300, perSecond: 5 },
    /** By conversation: nobody writes faster for long, and a phone that was offline may send its queue. */
    message: { burst: 60, perSecond: 2 },
    /** By conversation: polls and reconnects of a few open tabs. */
    read: { burst: 120, perSecond: 10 },
    /** By address: feedback without scripts, also from a shared computer at the counter. */
    form: { burst: 30, perSecond: 0.5 },
    /** By address: pages and data of procedures, a search takes some 10 ms; a whole office behind one address, or a crawler. */
    procedures: { burst: 600, perSecond: 30 },
    /** By address: a province's software that sends the day's changes at once. */
    push: { burst: 1_000, perSecond: 50 },
    /** By phone number: more is a machine, and the gateway sends again later. */
    sms: { burst: 60, perSecond: 1 },
  },
  /** Buckets kept of each kind, about 100 bytes each; the one unused for longest is dropped. */
  buckets: 20_000,
  streams: {
    /** A stream holds some 30 KB: 5,000 take 150 MB. */
    total: 5_000,
    byAddress: 500,
    /** Tabs of one conversation. */
    byConversation: 8,
    /** Proxies close a silent connection after 60 s. */
    pingMs: 25_000,
    /** When a stream whose storage could not be read looks again. */
    retryMs: 3_000,
    /** Clients send empty frames to feel whether anybody is there. */
    frameBytes: 1_024,
    /** Activities in a frame; one frame at a time is under way. */
    batch: 50,
  },
  /** Headers within 10 s and a whole request within 30 s, or the connection ends: slow senders hold nothing. */
  headersMs: 10_000,
  requestMs: 30_000,
  /** Longer than the 60 s of usual proxies, so that they never send into a closing connection. */
  keepAliveMs: 65_000,
  headers: 100,
  /** How often SMS whose turn was interrupted are looked for: a lease lasts a minute, so one look at the start is too early. */
  resumeMs: 60_000,
  /** How long a closing server waits for requests in hand. */
  closeMs: 10_000,
};
export type Limits = typeof LIMITS;
/** A route names what it takes; `request` is taken before any route is found. */
export type RateName = Exclude<keyof Limits['rates'], 'request'>;
