import { barWithoutScans } from '@dang/documents/files/stored-file';
import type { GraphContext } from '@dang/service/context';
import { mutate } from '@dang/service/mutation';
import { refuse } from '@dang/service/refusal';
import type { BroughtDocument } from '../file/transfer-files.ts';
import type { TransferResult } from './acting.ts';
import { signedInActor } from './acting.ts';
import { findDossierFor } from './dossier.reads.ts';
import type { transferChannels } from './dossier.row.ts';
import { openDossier, refuseEntry, withDocuments, withScans } from './open-dossier.ts';
import type { TransferRequest } from './request.rules.ts';

type Channel = (typeof transferChannels)[number];
interface RequestInput extends TransferRequest {
  readonly idempotencyKey: string;
  readonly documents?: readonly BroughtDocument[];
}
interface PaperInput extends TransferRequest {
  readonly idempotencyKey: string;
  readonly memberId: string;
  readonly channel: Channel;
  readonly scanIds: readonly string[];
}

/** The member asks, online, for themselves. */
export function requestOfficialTransfer(
  _: unknown,
  { input }: { input: RequestInput },
  context: GraphContext,
): Promise<TransferResult> {
  const call = {
    name: 'requestOfficialTransfer',
    input,
    field: 'transfer' as const,
    load: findDossierFor(context.actor),
  };
  return mutate(context, call, async (em) => {
    const { memberId } = signedInActor(context);
    if (memberId === null) return refuse('NOT_FOUND');
    const made = await openDossier(em, context, { kind: 'OFFICIAL', channel: 'ONLINE', memberId }, input);
    return withDocuments(em, context, made, 'OFFICIAL', input.documents);
  });
}

/** The branch enters what one of its members handed in on paper or sent by post, with its scans (domain 10.3). */
export function enterPaperTransfer(
  _: unknown,
  { input }: { input: PaperInput },
  context: GraphContext,
): Promise<TransferResult> {
  const call = {
    name: 'enterPaperTransfer',
    input,
    field: 'transfer' as const,
    load: findDossierFor(context.actor),
  };
  return mutate(context, call, async (em) => {
    const refusal = await refuseEntry(em, context, input.memberId);
    if (refusal) return refusal;
    if (input.channel === 'ONLINE') return refuse('INVALID_INPUT', { field: 'channel' });
    const bar = barWithoutScans(input.scanIds);
    if (bar) return bar;
    const { channel, memberId } = input;
    const made = await openDossier(em, context, { kind: 'OFFICIAL', channel, memberId }, input);
    return withScans(em, context, made, input.scanIds);
  });
}
