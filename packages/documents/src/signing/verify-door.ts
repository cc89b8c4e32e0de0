import { askLimit } from '@dang/service/doors/ask-limit';
import type { Door } from '@dang/service/doors/door';
import { pagePolicy } from '@dang/service/doors/plain-page';
import { counterOf } from '@dang/service/metrics';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findSignature, type SignatureRow, verdictOf } from './signature-value.ts';
import { busySignaturePage, type PublicName, signaturePage, unknownSignaturePage } from './verify.page.ts';

const ASKS = 60;
const WINDOW_MS = 60_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * `/verify/<service>/<signature>`: what the QR code of a signed document leads to, open to everybody: what it is (`describe`; null: not to
 * be shown), which office of which organisation signed it when, its SHA-256, and whether the stored bytes hold now. A page, or JSON for
 * who asks for that; nobody's name. 404 for what is not ours, 429 beyond 60 a minute from one address.
 */
export const verifyDoor =
  (
    service: string,
    describe: (em: SqlEntityManager, row: SignatureRow) => Promise<PublicName | null>,
  ): Door =>
  (app, { orm, environment, metrics }) => {
    const mayAsk = askLimit(ASKS, WINDOW_MS);
    const { count } = counterOf(metrics, {
      name: 'signature_verifications_total',
      help: 'Signatures that somebody verified, by what was found',
      labels: ['verdict'],
    });
    app.get<{ Params: { id: string } }>(`/verify/${service}/:id`, async (request, reply) => {
      const wantsJson = /\bapplication\/json\b/.test(request.headers.accept ?? '');
      const answer = (verdict: string, status: number, page: string, more: object = {}) => {
        count({ verdict });
        reply.code(status).header('content-security-policy', pagePolicy);
        if (wantsJson) return reply.send({ verdict, ...more });
        return reply.type('text/html; charset=utf-8').send(page);
      };
      if (!mayAsk(request.ip)) return answer('TOO_MANY', 429, busySignaturePage());
      const { id } = request.params;
      const em = orm.em.fork();
      const row = uuid.test(id) ? await findSignature(em, id) : null;
      const name = row && (await describe(em, row));
      if (!row || !name) return answer('UNKNOWN_DOCUMENT', 404, unknownSignaturePage());
      const verdict = await verdictOf(em, environment, row);
      const { step, sha256, signerTitle: title, signerUnitName: unit, signedAt } = row;
      return answer(verdict, 200, signaturePage(row, name, verdict), {
        ...name,
        step,
        unit,
        title,
        signedAt,
        sha256,
      });
    });
  };
