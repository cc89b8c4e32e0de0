import type { Actor } from '@dang/access/actor';
import {
  type Client,
  InvalidToken,
  type JWK,
  mintGatewayToken,
  verifyAccessToken,
} from '@dang/access/tokens';
import { Recent } from './recent.ts';
import type { Language } from './request-marks.ts';
import type { RevocationReason, Revocations } from './revocations.ts';

/** A token for a subgraph is used again for this long; it lives twice as long, so it never expires on the way. */
const REUSE_MS = 30_000;

/** Tokens kept for one session: two languages, five subgraphs, a change of network or two. */
const TOKENS_A_SESSION = 30;
/** Tokens kept for those who are not signed in: they come from everywhere. */
const TOKENS_FOR_NOBODY = 10_000;

const reasons = {
  MALFORMED: {
    vi: 'Tiêu đề Authorization không đúng dạng "Bearer <mã truy cập>".',
    en: 'The Authorization header is not "Bearer <access token>".',
  },
  INVALID: { vi: 'Mã truy cập không hợp lệ.', en: 'The access token is not valid.' },
  EXPIRED: { vi: 'Mã truy cập đã hết hạn.', en: 'The access token has expired.' },
  SESSION_ENDED: {
    vi: 'Phiên đăng nhập đã kết thúc. Hãy đăng nhập lại.',
    en: 'The session has ended. Sign in again.',
  },
  ACCOUNT_LOCKED: { vi: 'Tài khoản đã bị khóa.', en: 'The account is locked.' },
  POSITION_ENDED: {
    vi: 'Chức vụ đã kết thúc. Hãy chọn tư cách khác.',
    en: 'The position has ended. Act in another capacity.',
  },
} as const satisfies Record<RevocationReason | 'MALFORMED' | 'INVALID' | 'EXPIRED', Record<Language, string>>;

/** The request is refused as a whole: HTTP 401 with code `UNAUTHENTICATED` and this reason. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  readonly reason: keyof typeof reasons;
  constructor(reason: keyof typeof reasons) {
    super(reasons[reason].en);
    this.reason = reason;
  }

  /** The reason as people read it. */
  say(language: Language): string {
    return reasons[this.reason][language];
  }
}

/** A token for one subgraph, one language and one client. `id` stands for it where only sameness counts. */
export type MintedToken = { id: number; text: Promise<string>; mintedAt: number };
let nextTokenId = 1;

/** Who asks, and the tokens that say so to each subgraph. `actor` is null when nobody is signed in. */
export class Session {
  readonly actor: Actor | null;
  readonly expiresAt: number;
  readonly #privateJwk: JWK;
  readonly #minted: Recent<string, MintedToken>;

  constructor(actor: Actor | null, expiresAt: number, privateJwk: JWK) {
    this.#minted = new Recent(actor ? TOKENS_A_SESSION : TOKENS_FOR_NOBODY);
    this.actor = actor;
    this.expiresAt = expiresAt;
    this.#privateJwk = privateJwk;
  }

  /** The token for one subgraph in one language, asked from one place: the same one for up to 30 seconds. */
  tokenFor(subgraph: string, language: Language, client: Client): MintedToken {
    const key = `${subgraph} ${language} ${client.ip} ${client.device}`;
    const known = this.#minted.get(key);
    if (known && Date.now() - known.mintedAt < REUSE_MS) return known;
    const text = mintGatewayToken(this.#privateJwk, { actor: this.actor, subgraph, language, client });
    const minted = { id: nextTokenId++, text, mintedAt: Date.now() };
    this.#minted.set(key, minted);
    return minted;
  }
}

const bearer = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Turns the `Authorization` header into a session. Verified access tokens are remembered (`remembered` of them, the
 * least used out first), so a front end that sends the same one again costs no second signature check.
 */
export class Authentication {
  readonly #accessTokenKey: JWK;
  readonly #gatewayKey: JWK;
  readonly #revocations: Revocations;
  readonly #known: Recent<string, Session>;
  readonly #anonymous: Session;

  constructor(options: {
    accessTokenPublicJwk: JWK;
    gatewayPrivateJwk: JWK;
    revocations: Revocations;
    remembered?: number;
  }) {
    this.#accessTokenKey = options.accessTokenPublicJwk;
    this.#gatewayKey = options.gatewayPrivateJwk;
    this.#revocations = options.revocations;
    this.#known = new Recent(options.remembered ?? 10_000);
    this.#anonymous = new Session(null, Number.POSITIVE_INFINITY, this.#gatewayKey);
  }

  /** @throws Unauthenticated for anything but no header at all or a good access token of a session that still holds. */
  async sessionOf(authorization: string | undefined): Promise<Session> {
    if (authorization === undefined) return this.#anonymous;
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined) throw new Unauthenticated('MALFORMED');
    const session = this.#known.get(token) ?? (await this.#verify(token));
    if (session.expiresAt <= Date.now()) throw new Unauthenticated('EXPIRED');
    const revoked = session.actor && this.#revocations.find(session.actor);
    if (revoked) throw new Unauthenticated(revoked);
    return session;
  }

  async #verify(token: string): Promise<Session> {
    try {
      const { actor, expiresAt } = await verifyAccessToken(this.#accessTokenKey, token);
      const session = new Session(actor, expiresAt.getTime(), this.#gatewayKey);
      this.#known.set(token, session);
      return session;
    } catch (error) {
      if (error instanceof InvalidToken) throw new Unauthenticated(error.expired ? 'EXPIRED' : 'INVALID');
      throw error;
    }
  }
}
