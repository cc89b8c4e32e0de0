import { randomUUID } from 'node:crypto';
import { keepBytes } from '@dang/documents/files/stored-file';
import { signPdf } from '@dang/documents/signing/pdf-signature';
import { providerOf } from '@dang/documents/signing/remote-provider';
import { type PreparedSignature, verifyUrlOf } from '@dang/documents/signing/sign-document';
import type { SigningCertificate } from '@dang/reference/certificates';
import type { ServiceEnvironment } from '@dang/service/environment';
import type { Choices } from './sheet/sheet.criteria.ts';
import { makeSheetForm, type SheetPaper } from './sheet/sheet.form.ts';
import { SHEET_KIND, type SheetRow } from './sheet/sheet.rows.ts';

/** Who did something to a sheet, and when (ISO 8601). */
export interface DemoStep {
  memberId: string;
  name: string;
  title: string;
  unitId: string;
  unitName: string;
  at: string;
}

/** A sheet of an item; the steps that it has not come to are null. A delivered one is signed by `sent`. */
export interface DemoSheet extends Choices {
  id: string;
  itemId: string;
  otherComment: string | null;
  meetingOn: string;
  /** What the form says beside it. */
  paper: Pick<SheetPaper, 'number' | 'memberName' | 'committeeName' | 'branchName' | 'place'>;
  drafted: DemoStep;
  confirmed: DemoStep | null;
  approved: DemoStep | null;
  sent: DemoStep | null;
}

/** A delivered sheet of the demo province as the form prints it. */
function sheetRow({ id, itemId, drafted, confirmed, approved, sent, ...content }: DemoSheet): SheetRow {
  return {
    ...content,
    id,
    itemId,
    version: 1,
    status: 'DELIVERED',
    frontCommitteeMet: true,
    draftedByName: drafted.name,
    draftedByTitle: drafted.title,
    draftedAt: drafted.at,
    confirmedByName: confirmed?.name ?? null,
    confirmedByTitle: confirmed?.title ?? null,
    confirmedAt: confirmed?.at ?? null,
    approvedByName: approved?.name ?? null,
    approvedByTitle: approved?.title ?? null,
    approvedAt: approved?.at ?? null,
    sentByName: sent?.name ?? null,
    sentByTitle: sent?.title ?? null,
    deliveredAt: sent?.at ?? null,
    channel: 'ONLINE',
    paperReference: null,
    scanId: null,
    signatureId: null,
    replacesId: null,
    correctionReason: null,
  };
}

/** By which service sheets are signed and kept, and with which certificate each member signs. */
export interface DemoSigning {
  readonly environment: ServiceEnvironment;
  readonly certificates: ReadonlyMap<string, SigningCertificate>;
}

async function sign(
  environment: ServiceEnvironment,
  sheet: DemoSheet,
  { at, ...signer }: NonNullable<DemoSheet['sent']>,
  certificate: SigningCertificate,
): Promise<PreparedSignature> {
  const id = randomUUID();
  const signedAt = new Date(at);
  const block = {
    signatureId: id,
    verifyUrl: verifyUrlOf(environment, id),
    signer,
    signedAt,
    previous: null,
  };
  const paper = { ...sheet.paper, sheet: sheetRow(sheet), hasBranchCommittee: true, replaced: null };
  const what = `Phiếu nhận xét ${sheet.paper.number}`;
  const { reference, holderName: name } = certificate;
  const words = { reference, what, name, reason: what, location: signer.unitName, signedAt };
  const bytes = await signPdf(providerOf(environment), await makeSheetForm(paper, block), words);
  const fileName = `phieu-nhan-xet-${sheet.paper.number}.pdf`;
  const kept = await keepBytes(environment, { bytes, contentType: 'application/pdf', fileName });
  return { id, kind: SHEET_KIND, subjectId: sheet.id, kept, signer, certificate, signedAt, previous: null };
}

/**
 * Has the delivered sheets of the demo province signed by the signing service, and keeps their bytes; nothing is recorded yet. Of a signer
 * without a certificate there is none.
 */
export async function signDemoSheets(
  { environment, certificates }: DemoSigning,
  sheets: readonly DemoSheet[],
): Promise<PreparedSignature[]> {
  const signatures: PreparedSignature[] = [];
  for (const sheet of sheets) {
    const certificate = sheet.sent && certificates.get(sheet.sent.memberId);
    if (sheet.sent && certificate) signatures.push(await sign(environment, sheet, sheet.sent, certificate));
  }
  return signatures;
}
