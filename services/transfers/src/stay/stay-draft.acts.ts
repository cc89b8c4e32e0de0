import type { GraphContext } from '@dang/service/context';
import type { Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { TransferResult } from '../dossier/acting.ts';
import { refuseBar } from '../dossier/bar.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { type DraftInput, saveDraft } from '../dossier/draft.acts.ts';
import { findDraftStays } from './stay.rows.ts';
import { textsBar } from './stay.rules.ts';
import { duesAtOf } from './stay-variables.ts';

interface StayDraftInput extends Omit<DraftInput, 'effectiveDate' | 'lateReason'> {
  readonly from?: string | null;
  readonly through?: string | null;
  readonly purpose?: string | null;
  readonly specialDocument?: string | null;
}

/** Keeps what the draft says of its term; what is left out stays as it was, what is null is emptied. */
async function keepTerm(
  em: SqlEntityManager,
  { environment }: GraphContext,
  { id }: DossierRow,
  input: StayDraftInput,
): Promise<Refusal | null> {
  const bar = textsBar(input);
  if (bar) return refuseBar(bar);
  const [known] = await findDraftStays(em, [id]);
  const said = <Field extends 'from' | 'through' | 'purpose' | 'specialDocument'>(field: Field) =>
    Object.hasOwn(input, field) ? (input[field]?.trim() ?? null) : (known?.[field] ?? null);
  const through = said('through');
  await em.execute(
    `insert into temporary_stay (dossier_id, from_date, through, original_through, purpose, special_document, dues_at)
     values (?, ?, ?, ?, ?, ?, ?)
     on conflict (dossier_id) do update set from_date = excluded.from_date, through = excluded.through,
       original_through = excluded.original_through, purpose = excluded.purpose, special_document = excluded.special_document,
       dues_at = excluded.dues_at`,
    [
      id,
      said('from'),
      through,
      through,
      said('purpose') || null,
      said('specialDocument') || null,
      duesAtOf(environment),
    ],
  );
  return null;
}

const save = saveDraft<DraftInput & StayDraftInput>('saveTemporaryTransferDraft', 'TEMPORARY', keepTerm);

/** The member saves their draft of a temporary transfer, of which they have one; the decision behind it holds from the first day of the stay. */
export function saveTemporaryTransferDraft(
  parent: unknown,
  { input }: { input: StayDraftInput },
  context: GraphContext,
): Promise<TransferResult> {
  const said = Object.hasOwn(input, 'from') ? { ...input, effectiveDate: input.from ?? null } : input;
  return save(parent, { input: said }, context);
}
