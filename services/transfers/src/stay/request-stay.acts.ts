import { barWithoutScans } from '@dang/documents/files/stored-file';
import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { TransferResult } from '../dossier/acting.ts';
import { signedInActor } from '../dossier/acting.ts';
import { findDossierFor } from '../dossier/dossier.reads.ts';
import type { transferChannels } from '../dossier/dossier.row.ts';
import { openDossier, refuseEntry, withDocuments, withScans } from '../dossier/open-dossier.ts';
import type { TransferRequest } from '../dossier/request.rules.ts';
import type { BroughtDocument } from '../file/transfer-files.ts';
import type { StayTerm } from './stay.rules.ts';
import { duesAtOf } from './stay-variables.ts';

type Channel = (typeof transferChannels)[number];

interface StayRequest extends Omit<TransferRequest, 'effectiveDate' | 'lateReason'>, StayTerm {
  readonly idempotencyKey: string;
}
interface OnlineStayRequest extends StayRequest {
  readonly documents?: readonly BroughtDocument[];
}
interface PaperStayRequest extends StayRequest {
  readonly memberId: string;
  readonly channel: Channel;
  readonly scanIds: readonly string[];
}

/** The member asks, online, for themselves. */
export function requestTemporaryTransfer(
  _: unknown,
  { input }: { input: OnlineStayRequest },
  context: GraphContext,
): Promise<TransferResult> {
  const load = findDossierFor(context.actor);
  const call = { name: 'requestTemporaryTransfer', input, field: 'transfer', load } as const;
  return mutate(context, call, async (em) => {
    const { memberId } = signedInActor(context);
    if (memberId === null) return refuse('NOT_FOUND');
    const made = await openStay(em, context, { channel: 'ONLINE', memberId }, input);
    return withDocuments(em, context, made, 'TEMPORARY', input.documents);
  });
}

/** The branch enters what one of its members handed in on paper or sent by post, with its scans. */
export function enterPaperTemporaryTransfer(
  _: unknown,
  { input }: { input: PaperStayRequest },
  context: GraphContext,
): Promise<TransferResult> {
  const load = findDossierFor(context.actor);
  const call = { name: 'enterPaperTemporaryTransfer', input, field: 'transfer', load } as const;
  return mutate(context, call, async (em) => {
    const { channel, memberId, scanIds } = input;
    const refusal = await refuseEntry(em, context, memberId);
    if (refusal) return refusal;
    if (channel === 'ONLINE') return refuse('INVALID_INPUT', { field: 'channel' });
    const bar = barWithoutScans(scanIds);
    if (bar) return bar;
    const made = await openStay(em, context, { channel, memberId }, input);
    return withScans(em, context, made, scanIds);
  });
}

/** A dossier with its stay: the decision behind it holds from the first day of the stay. */
async function openStay(
  em: SqlEntityManager,
  context: GraphContext,
  whose: { readonly channel: Channel; readonly memberId: string },
  input: StayRequest,
): Promise<Refusal | Done> {
  const request = { ...input, effectiveDate: input.from, stay: input };
  const made = await openDossier(em, context, { kind: 'TEMPORARY', ...whose }, request);
  if (isRefusal(made)) return made;
  await em.execute(
    `insert into temporary_stay (dossier_id, from_date, through, original_through, purpose, special_document, dues_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [
      made.id,
      input.from,
      input.through,
      input.through,
      input.purpose?.trim() || null,
      input.specialDocument?.trim() || null,
      duesAtOf(context.environment),
    ],
  );
  return made;
}
