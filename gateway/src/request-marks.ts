import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { Client } from '@dang/access/tokens';

export type Language = 'vi' | 'en';

const sane = /^[\w.:-]{8,64}$/;

const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** The caller's `X-Request-Id` when it is short and plain (it goes into logs), else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = one(headers['x-request-id']);
  return given !== undefined && sane.test(given) ? given : randomUUID();
}

const MAX_DEVICE = 200;

/**
 * From where a request comes. Of `X-Forwarded-For` only what our own proxies wrote counts: with n of them before us, the
 * n-th address from the right; with none, the peer itself, whatever the header claims.
 */
export function clientOf(
  headers: IncomingHttpHeaders,
  peer: string | undefined,
  trustedProxies: number,
): Client {
  const forwarded = trustedProxies > 0 ? (one(headers['x-forwarded-for']) ?? '') : '';
  const hops = [...forwarded.split(',').map((hop) => hop.trim()), peer ?? ''].filter(
    (hop) => isIP(hop) !== 0,
  );
  const ip = hops.at(-1 - Math.min(trustedProxies, hops.length - 1)) ?? null;
  const device = one(headers['user-agent'])
    ?.replace(/[^\x20-\x7e]/g, '')
    .slice(0, MAX_DEVICE);
  return { ip: ip?.replace(/^::ffff:(?=\d+\.)/i, '') ?? null, device: device || null };
}

/** Does a front end say that it asks by itself (`X-Unattended: true`), for a badge that it keeps fresh, say? */
export const isUnattended = (headers: IncomingHttpHeaders): boolean =>
  one(headers['x-unattended']) === 'true';

/** The first of our two languages that `Accept-Language` prefers; Vietnamese when it names neither. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  const wanted = one(headers['accept-language']);
  if (wanted === undefined) return 'vi';
  const ranked = wanted
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of ranked) {
    if (/^vi(-|$)/.test(tag)) return 'vi';
    if (/^en(-|$)/.test(tag)) return 'en';
  }
  return 'vi';
}
