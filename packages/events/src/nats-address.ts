/** How to reach NATS, and as whom: what a client is connected with. */
export interface NatsAddress {
  servers: string[];
  user?: string;
  pass?: string;
  /** Answers come to a subject of the user's own: one user cannot listen to what another is answered. */
  inboxPrefix?: string;
}

/**
 * Reads `nats://user:password@host:4222,nats://host:4222`: servers separated by commas, user and password (percent-encoded
 * where they must be) in any of them; none of them: whoever asks.
 */
export function natsAddress(url: string): NatsAddress {
  let user: string | undefined;
  let pass: string | undefined;
  const servers = url.split(',').map((server) => {
    const [, scheme = '', name, secret, host = ''] =
      /^([a-z]+:\/\/)?(?:([^:@/]+):([^@/]*)@)?(.*)$/.exec(server.trim()) ?? [];
    if (name !== undefined && secret !== undefined) {
      user ??= decodeURIComponent(name);
      pass ??= decodeURIComponent(secret);
    }
    return scheme + host;
  });
  if (user === undefined || pass === undefined) return { servers };
  return { servers, user, pass, inboxPrefix: `_INBOX_${user}` };
}
