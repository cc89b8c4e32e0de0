import type { SignerBlock } from '@dang/documents/signing/sign-document';
import { findUnits, type UnitRow } from '@dang/reference/units';
import type { ServiceEnvironment } from '@dang/service/environment';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { maskedCard } from '../dossier/masked-card.ts';
import type { RegisterNumber } from '../register/register.ts';
import type { BoxPlan } from './box-plan.ts';
import { FIRST_BOX, type LetterType } from './layout.ts';
import { findBoxes, getLetter } from './letter.reads.ts';
import type { BoxRow } from './letter.row.ts';

/** A box as the paper shows it. */
export type PaperBox = Pick<
  BoxRow,
  | 'index'
  | 'status'
  | 'crossedOut'
  | 'outside'
  | 'unitName'
  | 'addressee'
  | 'content'
  | 'comment'
  | 'correction'
  | 'registerNumber'
  | 'registerYear'
  | 'signedByName'
  | 'signedByTitle'
  | 'signedAt'
  | 'correctedByName'
  | 'correctedByTitle'
  | 'correctedAt'
> & {
  /** Type of the unit that signs; null where none of this system does. */
  readonly unitType: string | null;
  readonly isDigital: boolean;
  /** For which organisation whoever signed digitally acted: the superior, where the applicant leads the unit of the box. */
  readonly signerUnitName: string | null;
  readonly correctedDigitally: boolean;
};

/** A letter as it is printed. */
export interface LetterPaper {
  readonly type: LetterType;
  /** As people write it: `15/2026`. */
  readonly number: string;
  readonly dossierNumber: string;
  readonly isVoid: boolean;
  readonly issuedOn: string;
  /** The branch that issued it, and what stands directly above. */
  readonly issuer: { readonly name: string; readonly above: string };
  readonly subject: Pick<DossierRow, 'fullName' | 'gender' | 'dateOfBirth' | 'joinDate' | 'officialDate'> & {
    readonly cardNumberMasked: string | null;
    readonly profileNumber: string | null;
  };
  readonly duesPaidThrough: string;
  readonly branchListNumber: number | null;
  readonly boxes: readonly PaperBox[];
}

/** Who signs a planned box, when, and under which number. */
export interface BoxSigning {
  readonly plan: BoxPlan;
  readonly number: RegisterNumber;
  readonly signer: Pick<SignerBlock, 'name' | 'title' | 'unitName'>;
  readonly signedAt: Date;
}

type Bare = Omit<PaperBox, 'unitType'> & { readonly unitId: string | null };
type Head = Pick<
  LetterPaper,
  'type' | 'number' | 'isVoid' | 'issuedOn' | 'duesPaidThrough' | 'branchListNumber'
>;

const unsigned = {
  unitName: null,
  content: null,
  comment: null,
  correction: null,
  registerNumber: null,
  registerYear: null,
  signedByName: null,
  signedByTitle: null,
  signedAt: null,
  correctedByName: null,
  correctedByTitle: null,
  correctedAt: null,
  isDigital: false,
  signerUnitName: null,
  correctedDigitally: false,
} as const;

function signedNow(box: Bare, { plan, number, signer, signedAt }: BoxSigning): Bare {
  if (box.index !== plan.index) return box;
  if (plan.correction !== undefined)
    return {
      ...box,
      correction: plan.correction,
      correctedByName: signer.name,
      correctedByTitle: signer.title,
      correctedAt: signedAt,
      correctedDigitally: true,
    };
  return {
    ...box,
    status: 'SIGNED',
    content: plan.content,
    comment: plan.comment?.trim() || box.comment,
    registerNumber: number.number,
    registerYear: number.year,
    signedByName: signer.name,
    signedByTitle: signer.title,
    signedAt,
    isDigital: true,
    signerUnitName: signer.unitName,
  };
}

/** What the paper says of the units of its boxes, and of the branch that issued it. */
interface PaperUnits {
  readonly issuer: LetterPaper['issuer'];
  readonly units: ReadonlyMap<string, Pick<UnitRow, 'name' | 'type'>>;
}

/** The paper of a letter, everything on it being known. */
export function printedLetter(
  environment: ServiceEnvironment,
  dossier: DossierRow,
  { head, boxes }: { readonly head: Head; readonly boxes: readonly Bare[] },
  { issuer, units }: PaperUnits,
): LetterPaper {
  const { fullName, gender, dateOfBirth, joinDate, officialDate, profileNumber } = dossier;
  return {
    ...head,
    dossierNumber: dossier.number,
    issuer,
    subject: {
      fullName,
      gender,
      dateOfBirth,
      joinDate,
      officialDate,
      profileNumber,
      cardNumberMasked: maskedCard(dossier, environment),
    },
    boxes: boxes.map(({ unitId, ...box }) => {
      const unit = unitId === null ? undefined : units.get(unitId);
      return { ...box, unitName: box.unitName ?? unit?.name ?? null, unitType: unit?.type ?? null };
    }),
  };
}

async function paperOf(
  em: SqlEntityManager,
  environment: ServiceEnvironment,
  dossier: DossierRow,
  written: { head: Head; boxes: readonly Bare[] },
): Promise<LetterPaper> {
  const { boxes } = written;
  const issuerId = boxes.find(({ index }) => index === FIRST_BOX)?.unitId ?? null;
  const ids = new Set(boxes.flatMap(({ unitId }) => unitId ?? []));
  const units = new Map((await findUnits(em, [...ids])).map((unit): [string, UnitRow] => [unit.id, unit]));
  const issuer = issuerId === null ? undefined : units.get(issuerId);
  const above = issuer?.parentId
    ? (units.get(issuer.parentId) ?? (await findUnits(em, [issuer.parentId]))[0])
    : undefined;
  const names = { name: issuer?.name ?? dossier.originText ?? '', above: above?.name ?? '' };
  return printedLetter(environment, dossier, written, { issuer: names, units });
}

async function kept(em: SqlEntityManager, letterId: string): Promise<{ head: Head; boxes: Bare[] }> {
  const letter = await getLetter(em, letterId);
  const { type, number, registerYear, outsideNumber, status, issuedOn, duesPaidThrough, branchListNumber } =
    letter;
  const boxes = (await findBoxes(em, [letterId])).get(letterId) ?? [];
  const signers: { id: string; unitName: string }[] = await em.execute(
    `select s.id, s.signer_unit_name as "unitName" from letter_box b join document_signature s on s.id = b.signature_id
     where b.letter_id = ?`,
    [letterId],
  );
  const unitNames = new Map(signers.map(({ id, unitName }) => [id, unitName]));
  const printed = outsideNumber ?? `${number}/${registerYear}`;
  const head = {
    type,
    number: printed,
    isVoid: status === 'VOID',
    issuedOn,
    duesPaidThrough,
    branchListNumber,
  };
  return {
    head,
    boxes: boxes.map((box) => ({
      ...box,
      isDigital: box.signatureId !== null,
      signerUnitName: unitNames.get(box.signatureId ?? '') ?? null,
      correctedDigitally: box.correctionSignatureId !== null,
    })),
  };
}

function begun({ letter, index }: BoxPlan, { number, year }: RegisterNumber, today: string) {
  if (letter === undefined) throw new Error(`box ${index} begins no letter`);
  const { type, duesPaidThrough, branchListNumber } = letter;
  const head = {
    type,
    duesPaidThrough,
    branchListNumber,
    isVoid: false,
    issuedOn: today,
    number: `${number}/${year}`,
  };
  return { head, boxes: letter.boxes.map((box): Bare => ({ ...box, ...unsigned })) };
}

/** A letter as it stands. */
export const letterPaper = async (
  em: SqlEntityManager,
  environment: ServiceEnvironment,
  dossier: DossierRow,
  letterId: string,
): Promise<LetterPaper> => paperOf(em, environment, dossier, await kept(em, letterId));

/** The letter as it will stand with this box signed; it need not be there yet. `today` is `YYYY-MM-DD`. */
export async function letterPaperWith(
  em: SqlEntityManager,
  environment: ServiceEnvironment,
  dossier: DossierRow,
  { today, ...signing }: BoxSigning & { readonly today: string },
): Promise<LetterPaper> {
  const { plan, number } = signing;
  const written = plan.letter ? begun(plan, number, today) : await kept(em, plan.letterId);
  const { boxes } = written;
  const head =
    plan.index === FIRST_BOX ? { ...written.head, number: `${number.number}/${number.year}` } : written.head;
  return paperOf(em, environment, dossier, { head, boxes: boxes.map((box) => signedNow(box, signing)) });
}
