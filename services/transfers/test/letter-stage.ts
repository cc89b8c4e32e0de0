import type { Actor } from '@dang/access/actor';
import type { TestAnswer } from '@dang/service/testing';

type Executes = {
  ask(query: string, variables: object, actor: Actor): Promise<NonNullable<TestAnswer['data']>>;
};

/** A box of a letter, as a test looks at it. */
export interface SeenBox {
  readonly index: number;
  readonly status: string;
  readonly content: string | null;
  readonly comment: string | null;
  readonly correction: string | null;
  readonly correctedByName: string | null;
  readonly registerNumber: number | null;
  readonly signature: { readonly id: string; readonly step: number } | null;
  readonly correctionSignature: { readonly step: number } | null;
}

/** A letter with its signatures, as a test looks at it. */
export interface SeenLetter {
  readonly branchListNumber: number | null;
  readonly id: string;
  readonly type: string;
  readonly number: number;
  readonly status: string;
  readonly pdfUrl: string;
  readonly boxes: readonly SeenBox[];
  readonly signatures: readonly {
    readonly id: string;
    readonly step: number;
    readonly signerName: string;
    readonly signerUnitName: string;
    readonly sha256: string;
    readonly previousSha256: string | null;
    readonly verdict: string;
    readonly verifyUrl: string;
    readonly document: { readonly url: string };
  }[];
}

const query = `query ($id: UUID!) { transfer(id: $id) { letter {
  id type number branchListNumber status pdfUrl
  boxes { index status content comment correction correctedByName registerNumber signature { id step } correctionSignature { step } }
  signatures { id step signerName signerUnitName sha256 previousSha256 verdict verifyUrl document { url } }
} } }`;

/** The letter in force of a dossier, as this actor reads it. */
export const letterOf = async (stage: Executes, id: string, actor: Actor): Promise<SeenLetter> =>
  (await stage.ask(query, { id }, actor)).transfer.letter;

/** The box with this number. */
export function boxOf({ boxes }: SeenLetter, index: number): SeenBox {
  const box = boxes.find((one) => one.index === index);
  if (!box) throw new Error(`there is no box ${index}`);
  return box;
}
