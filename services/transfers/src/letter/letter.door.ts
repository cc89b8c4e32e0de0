import { readFile } from '@dang/documents/files/stored-file';
import { verifyUrlOf } from '@dang/documents/signing/sign-document';
import { type SignatureRow, signaturesOf } from '@dang/documents/signing/signature-value';
import { verifyDoor } from '@dang/documents/signing/verify-door';
import type { Door } from '@dang/service/doors/door';
import { doorsEnvironment } from '@dang/service/doors/door-environment';
import { sendFile, signedGet } from '@dang/service/doors/signed-door';
import { signUrl } from '@dang/service/doors/signed-url';
import type { ServiceEnvironment } from '@dang/service/environment';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { findDossiers } from '../dossier/dossier.reads.ts';
import { makeLetterForm } from './letter.form.ts';
import { findBoxes, getLetter } from './letter.reads.ts';
import type { BoxRow } from './letter.row.ts';
import { letterPaper } from './letter-paper.ts';
import { LETTER_KIND } from './prepare-box.ts';

const LINK_MS = 15 * 60_000;

/** Where a letter can be fetched as PDF for the next 15 minutes, by whoever holds the address. */
export const letterUrl = (environment: ServiceEnvironment, letterId: string): string =>
  signUrl(doorsEnvironment(environment), `/files/transfers/letters/${letterId}`, {
    expiresAt: new Date(Date.now() + LINK_MS),
  });

/**
 * Does the PDF that was signed last show all that the letter says? Boxes are signed in their order, so what was signed by name or by hand since stands
 * further on; in doubt the answer is no.
 */
function showsAll({ signedAt }: SignatureRow, boxes: readonly BoxRow[]): boolean {
  const reached = boxes.findLast(({ signatureId }) => signatureId !== null)?.index ?? 0;
  return boxes.every(
    (box) =>
      (box.index <= reached || box.signedAt === null) &&
      (box.correctedAt === null || box.correctionSignatureId !== null || box.correctedAt < signedAt),
  );
}

async function dossierOf(em: SqlEntityManager, letterId: string) {
  const [row]: { id: string }[] = await em.execute(
    'select dossier_id as id from introduction_letter where id = ?',
    [letterId],
  );
  return row ? ((await findDossiers(em, [row.id], { sql: 'true', values: [] }))[0] ?? null) : null;
}

/**
 * The letter as it is, or null when there is none: the PDF that was signed last, where nothing was written into it since; else it is rendered as it
 * stands, with the address and the SHA-256 of what was signed last.
 */
async function letterPdf(
  em: SqlEntityManager,
  environment: ServiceEnvironment,
  letterId: string,
): Promise<{ name: string; pdf: Buffer } | null> {
  const dossier = await dossierOf(em, letterId);
  if (dossier === null) return null;
  const name = `giay-gioi-thieu-${dossier.number}.pdf`;
  const { status } = await getLetter(em, letterId);
  const boxes = (await findBoxes(em, [letterId])).get(letterId) ?? [];
  const last = (await signaturesOf(em, LETTER_KIND, [letterId])).get(letterId)?.at(-1) ?? null;
  if (last && status !== 'VOID' && showsAll(last, boxes)) {
    const stored = await readFile(em, environment, last.file.id);
    if (stored) return { name, pdf: stored.bytes };
  }
  const paper = await letterPaper(em, environment, dossier, letterId);
  const signed = last && { verifyUrl: verifyUrlOf(environment, last.id), sha256: last.sha256 };
  return { name, pdf: await makeLetterForm(paper, { printed: { last: signed } }) };
}

const shape = z.object({ id: z.guid() });

/** `/files/transfers/letters/<letter>`: the letter as PDF, to whoever holds a signed link. */
export const letterDoor: Door = (app, { orm, environment }) => {
  signedGet(app, '/files/transfers/letters/:id', environment, async (params, reply) => {
    const { data: wish } = shape.safeParse(params);
    const letter = wish && (await letterPdf(orm.em.fork(), environment, wish.id));
    if (!letter) return undefined;
    return sendFile(reply, { name: letter.name, type: 'application/pdf', body: letter.pdf });
  });
};

/** `/verify/transfers/<signature>`: whether a signed letter holds, for everybody; its number, and nobody's name. */
export const letterVerification: Door = verifyDoor('transfers', async (em, { kind, subjectId }) => {
  if (kind !== LETTER_KIND) return null;
  const [row]: { number: string }[] = await em.execute(
    `select l.number || '/' || l.register_year as number from introduction_letter l where l.id = ?`,
    [subjectId],
  );
  return row ? { kind: 'Giấy giới thiệu sinh hoạt đảng', number: row.number } : null;
});
