import type { ServiceEnvironment } from '@dang/service/environment';
import { measured } from '@dang/service/outside/measured';
import { whyNoAnswer } from '@dang/service/outside/no-answer';
import { Agent, type Dispatcher, request } from 'undici';
import { z } from 'zod';
import type { CertificateFacts } from './certificate.ts';
import type { Trust } from './pdf-signature.ts';
import { type KnownRevocations, readRevocationList } from './revocation-list.ts';
import {
  type Revocation,
  type SignatureProvider,
  type SignatureRequest,
  SigningRefused,
  SigningUnavailable,
} from './signature-provider.port.ts';
import { signingEnvironment } from './signing-environment.ts';

const ANSWER_BYTES = 8_000_000;
const CONNECTIONS = 8;
/** How long a list of revoked certificates is taken as it is before its issuer is asked again. */
const LIST_AGE_MS = 10_000;

const signatureShape = z.object({ signature: z.base64().max(100_000) });
const refusalShape = z.object({ error: z.string().max(100) });

interface Options {
  readonly url: string;
  readonly secret: string;
  readonly timeoutMs: number;
  readonly roots: readonly CertificateFacts[];
}

/** A remote signing service over HTTP: `POST /signatures` for a signature, `GET /revoked` for the issuers' list in DER. */
class RemoteProvider implements SignatureProvider {
  readonly #options: Options;
  readonly #dispatcher = new Agent({
    connections: CONNECTIONS,
    keepAliveTimeout: 2_000,
    maxResponseSize: ANSWER_BYTES,
  });
  #list: KnownRevocations | null = null;
  #askedAt = 0;
  #asking: Promise<KnownRevocations> | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  async #ask(path: string, body: object | null): Promise<{ status: number; content: Buffer }> {
    const { url, secret, timeoutMs } = this.#options;
    try {
      const answer: Dispatcher.ResponseData = await request(`${url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${secret}`, ...(body && { 'content-type': 'application/json' }) },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
        dispatcher: this.#dispatcher,
      });
      return { status: answer.statusCode, content: Buffer.from(await answer.body.arrayBuffer()) };
    } catch (error) {
      throw new SigningUnavailable(`no answer: ${whyNoAnswer(error)}`, { cause: error });
    }
  }

  sign(wanted: SignatureRequest): Promise<Buffer> {
    return measured(
      'signing',
      () => this.#signed(wanted),
      (_, error) => error instanceof SigningRefused,
    );
  }

  async #signed({ reference, digest, what }: SignatureRequest): Promise<Buffer> {
    const { status, content } = await this.#ask('/signatures', {
      reference,
      digest: Buffer.from(digest).toString('hex'),
      what,
    });
    if (status === 409) {
      const refusal = refusalShape.safeParse(parsed(content));
      throw new SigningRefused(refusal.data?.error ?? 'no reason was given');
    }
    const answer = status === 200 ? signatureShape.safeParse(parsed(content)) : null;
    if (!answer?.success) throw new SigningUnavailable(`it answered ${status}, and not as agreed`);
    return Buffer.from(answer.data.signature, 'base64');
  }

  async #fetchList(): Promise<KnownRevocations> {
    const { status, content } = await this.#ask('/revoked', null);
    const now = new Date();
    const list = status === 200 ? readRevocationList(content, this.#options.roots, now) : null;
    if (!list) throw new SigningUnavailable(`no list of revoked certificates that holds: ${status}`);
    this.#askedAt = now.getTime();
    this.#list = list;
    return list;
  }

  /** A list that its issuer said is still good stands in while a newer one is not to be had. */
  async revocations(): Promise<readonly Revocation[]> {
    if (this.#list && Date.now() - this.#askedAt < LIST_AGE_MS) return this.#list.revocations;
    this.#asking ??= measured('signing', () => this.#fetchList()).finally(() => {
      this.#asking = null;
    });
    try {
      return (await this.#asking).revocations;
    } catch (error) {
      if (!this.#list || this.#list.goodUntil <= new Date()) throw error;
      // whoever is silent is left alone for as long as a list is taken as it is: nobody waits for every document anew
      this.#askedAt = Date.now();
      return this.#list.revocations;
    }
  }
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return null;
  }
}

const opened = new Map<string, SignatureProvider>();

/** The signing service of this environment; one for each, with its connections, as long as the process lives. */
export function providerOf(environment: ServiceEnvironment): SignatureProvider {
  const { SIGNING_URL, SIGNING_SECRET: secret, ...rest } = signingEnvironment(environment);
  const url = SIGNING_URL.replace(/\/$/, '');
  const roots = rest.SIGNING_ROOTS;
  const timeoutMs = rest.SIGNING_TIMEOUT_SECONDS * 1_000;
  const name = [url, secret, timeoutMs, ...roots.map(({ fingerprint }) => fingerprint)].join(' ');
  let provider = opened.get(name);
  if (!provider) {
    provider = new RemoteProvider({ url, secret, timeoutMs, roots });
    opened.set(name, provider);
  }
  return provider;
}

/** Whose certificates are taken here. */
export const trustOf = (environment: ServiceEnvironment): Pick<Trust, 'roots'> => ({
  roots: signingEnvironment(environment).SIGNING_ROOTS,
});

/** Whose certificates are taken here, and what is revoked now; null for that when nobody can say. */
export async function currentTrust(environment: ServiceEnvironment): Promise<Trust> {
  const { roots } = trustOf(environment);
  try {
    return { roots, revocations: await providerOf(environment).revocations() };
  } catch (error) {
    if (error instanceof SigningUnavailable) return { roots, revocations: null };
    throw error;
  }
}
