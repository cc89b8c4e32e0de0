import { download } from './files.ts';
import { checkWithPdfsig, publicVerdict, sha256 } from './signed-papers.ts';
import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';
import type { Dossier } from './transfer.desk.ts';

const letter = `query Letter($id: UUID!) { transfer(id: $id) { letter {
  type number registerYear pdfUrl
  signatures { verdict sha256 signerTitle verifyUrl document { url sha256 } } } } }`;

interface Signed {
  verdict: string;
  sha256: string;
  signerTitle: string;
  verifyUrl: string;
  document: { url: string; sha256: string };
}

/**
 * Reads the letter of a dossier as whoever holds it would: `count` digital signatures, each valid, the latest also by pdfsig and by the public page
 * behind its QR code; and the letter as it is printed now.
 */
export async function checkLetter(
  stage: Stage,
  person: Person,
  dossier: Dossier,
  count: number,
): Promise<void> {
  const { transfer } = await person.ask(letter, { id: dossier.now.id });
  const { type, number, registerYear, pdfUrl } = transfer.letter;
  const signatures: Signed[] = transfer.letter.signatures;
  const last = signatures.at(-1);
  demand(
    signatures.length === count && last !== undefined,
    `the letter should have ${count} signatures, it has ${signatures.length}`,
  );
  for (const { verdict, signerTitle } of signatures)
    demand(verdict === 'VALID', `the signature of ${signerTitle} is ${verdict}`);
  stage.tell(`   giấy ${type} số ${number}/${registerYear}: ${count} chữ ký số, đều hợp lệ`);
  const bytes = await download(stage, 'giấy giới thiệu đã ký', last.document.url);
  demand(sha256(bytes) === last.sha256, 'the letter is not the one that was signed');
  await checkWithPdfsig(stage, bytes);
  const verdict = await publicVerdict(last.verifyUrl);
  demand(verdict.verdict === 'VALID', `the page of the QR code says ${JSON.stringify(verdict)}`);
  stage.tell(`   mã QR: hợp lệ, ${last.signerTitle}`);
  const printed = await download(stage, 'giấy giới thiệu để in', pdfUrl);
  demand(printed.toString('latin1', 0, 5) === '%PDF-', 'the letter to print is no PDF');
}
