import type { GraphContext } from '@dang/service/context';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DocumentRole } from '../file/transfer-files.ts';
import { findStays } from '../stay/stay.rows.ts';
import { stayBar } from '../stay/stay.rules.ts';
import type { TransferDossier } from './dossier.entity.ts';
import type { TransferKind } from './workflows.ts';

/** What a request of a kind is besides what all requests are. */
export interface RequestKind {
  /** Stands in the number of the dossier (domain: P3, P4). */
  readonly mark: 'P3' | 'P4';
  /** What the member brings with a request made online (domain: dossier). */
  readonly documents: readonly DocumentRole[];
  /** Why what is kept beside the dossier's row cannot be asked for; looked at when a draft is submitted. */
  readonly bar?: (
    em: SqlEntityManager,
    context: GraphContext,
    dossier: TransferDossier,
  ) => Promise<Refusal | null>;
}

/** Why the stay that a draft asks for is none, on the day on which it is submitted. */
async function barTerm(
  em: SqlEntityManager,
  { clock }: GraphContext,
  { id, reason }: TransferDossier,
): Promise<Refusal | null> {
  const stay = (await findStays(em, [id])).get(id);
  if (stay === undefined) return refuse('INVALID_INPUT', { field: 'through' });
  const bar = stayBar(stay, reason, clock.today());
  return bar && refuse(bar.code, bar.field === undefined ? {} : { field: bar.field });
}

/** Requests of both kinds. */
export const requestKinds: Readonly<Record<TransferKind, RequestKind>> = {
  OFFICIAL: { mark: 'P3', documents: ['DECISION', 'SELF_CRITICISM'] },
  TEMPORARY: { mark: 'P4', documents: ['DECISION'], bar: barTerm },
};
