/** A bucket of `burst` that fills again by `perSecond`. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** Token buckets by kind and key (an address, a conversation, a phone number). */
export interface RateBuckets {
  /** Takes one: seconds until there is one again, 0 when one was taken. */
  take(name: string, key: string, rate: Rate): number | Promise<number>;
}
