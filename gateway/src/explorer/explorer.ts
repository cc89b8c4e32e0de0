import { Readable } from 'node:stream';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type PackedPage, packExplorerPage } from './packed-page.ts';
import {
  type AskGraph,
  listPersonas,
  SignInRefused,
  type Standin,
  signInPersona,
} from './persona-sign-in.ts';

/** What the explorer needs to know; without a stand-in there is nobody to choose. */
export type ExplorerOptions = { standin: Standin | null };

/** The explorer of one gateway. */
export type Explorer = {
  /** Does a browser ask for a page, and not a program for an answer? */
  isWanted(request: FastifyRequest): boolean;
  /** Sends the page; it is made when the first browser asks for it. */
  send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
};

const choice = z.object({ persona: z.string().min(1).max(100), positionId: z.guid().nullish() });

/**
 * Adds the explorer to a gateway: GraphiQL at `/` (and at `/graphql` for browsers), and below `/explorer/` who one may be
 * and the sign-in as one of them. For development only: it signs anybody in as anybody.
 */
export async function openExplorer(http: FastifyInstance, { standin }: ExplorerOptions): Promise<Explorer> {
  await http.register(compress, { global: false, encodings: ['gzip'], inflateIfDeflated: true });
  let made: Promise<PackedPage> | null = null;
  const page = (): Promise<PackedPage> => {
    made ??= packExplorerPage().catch((error) => {
      made = null;
      throw error;
    });
    return made;
  };

  const explorer: Explorer = {
    isWanted: ({ method, headers }) => method === 'GET' && /\btext\/html\b/.test(headers.accept ?? ''),
    send: async (request, reply) => {
      const { packed, etag, contentSecurityPolicy } = await page();
      void reply
        .header('content-security-policy', contentSecurityPolicy)
        .header('cache-control', 'no-cache')
        .header('etag', etag)
        .type('text/html; charset=utf-8');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      // Sent as it is kept, and unpacked for whoever takes no gzip.
      reply.compress(Readable.from([packed]));
      return reply;
    },
  };

  const ask: AskGraph = async (query, variables, token) => {
    const response = await http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      payload: { query, variables },
    });
    return response.json();
  };

  http.get('/', (request, reply) => explorer.send(request, reply));
  http.get('/explorer/personas', async () => (standin ? listPersonas(standin) : { personas: [] }));
  http.post('/explorer/sign-in', async (request, reply) => {
    const { data } = choice.safeParse(request.body);
    if (!data || !standin) return refuse(reply, 400, 'Không có người dùng thử này.');
    try {
      return await signInPersona(standin, ask, data.persona, data.positionId);
    } catch (error) {
      if (error instanceof SignInRefused) return refuse(reply, 422, error.message);
      throw error;
    }
  });
  return explorer;
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
}
