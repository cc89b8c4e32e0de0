import { findPlacements } from '@dang/reference/members';
import { successorsOf } from '@dang/reference/successions';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { findStays } from '../stay/stay.rows.ts';
import { isRunning } from './ended-stays.ts';
import type { NewHome } from './following.ts';

/**
 * The two branches that these dossiers have by what is known now: the origin is the branch in which the member is, the destination the one that
 * goes on in its place; of a stay that runs, the one to which the member was allotted when its branch was divided. An end outside stays outside.
 */
export async function homesToday(em: SqlEntityManager, dossiers: readonly DossierRow[]): Promise<NewHome[]> {
  const placements = await findPlacements(em, [...new Set(dossiers.map(({ memberId }) => memberId))]);
  const placementOf = new Map(placements.map((placement) => [placement.memberId, placement]));
  const stays = await findStays(
    em,
    dossiers.flatMap(({ id, kind }) => (kind === 'TEMPORARY' ? id : [])),
  );
  const branches = dossiers.map((dossier): NewHome => {
    const placement = placementOf.get(dossier.memberId);
    const stay = stays.get(dossier.id);
    // a stay of before may still be on record where memberships are kept
    const isThisStay = isRunning(stay) && (placement?.temporarySince ?? '') >= stay.startedOn;
    const host = isThisStay ? placement?.temporaryBranchId : null;
    const { originBranchId, destinationBranchId } = dossier;
    return {
      dossier,
      // who comes from outside belongs to no branch here until they are admitted
      originBranchId: originBranchId && (placement?.branchId ?? originBranchId),
      destinationBranchId: destinationBranchId && (host ?? destinationBranchId),
    };
  });
  const successorOf = await successorsOf(
    em,
    branches.flatMap((one) => [one.originBranchId, one.destinationBranchId].flatMap((id) => id ?? [])),
  );
  return branches.map(({ dossier, originBranchId, destinationBranchId }) => ({
    dossier,
    originBranchId: originBranchId && successorOf(originBranchId),
    destinationBranchId: destinationBranchId && successorOf(destinationBranchId),
  }));
}
