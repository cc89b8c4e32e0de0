import type { Actor } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import type { MutationResult } from '@dang/service/mutation';
import type { RefusalParams } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PreparedBox } from '../letter/prepared-box.ts';
import type { SigningWish } from '../letter/signing-need.rules.ts';
import type { TransferDossier } from './dossier.entity.ts';
import type { DossierFacts } from './dossier.facts.ts';
import type { DossierRow } from './dossier.row.ts';
import type { TransferState } from './workflows.ts';

/** What every act on a dossier is given. */
export interface ActInput {
  readonly idempotencyKey: string;
  readonly transferId: string;
  readonly expectedVersion: number;
  readonly reason?: string | null;
}

/** What whoever signs a box is given besides. */
export interface SigningInput extends ActInput, SigningWish {}

/** An act that the table allows, while its dossier is locked. What it changes is saved, or lost, as one. */
export interface Act {
  readonly em: SqlEntityManager;
  readonly context: GraphContext;
  readonly actor: Actor;
  readonly dossier: TransferDossier;
  /** As it was before the act. */
  readonly facts: DossierFacts;
  readonly to: TransferState;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The letter with the box that this act signs, signed digitally and kept before the transaction; null where nobody signs digitally. */
  readonly prepared: PreparedBox | null;
}

/** What the history keeps of an act beyond who and when. */
export interface Outcome {
  readonly boxIndex?: number;
  readonly reason?: string | null;
  /** Where the act led, when only its work could say: one of the targets that the table lists. */
  readonly to?: TransferState;
}

/** The result of every mutation on a dossier. */
export type TransferResult = MutationResult<'transfer', DossierRow>;

export const signedInActor = ({ actor }: GraphContext): Actor => {
  if (actor === null) throw new Error('a mutation without an actor');
  return actor;
};

/** What fills the places of refusal messages: the month of a letter that were issued now, as people write it. */
export const refusalParams = (context: GraphContext): RefusalParams => ({
  month: context.clock.month().split('-').reverse().join('/'),
});
