import { destinationFault, type Standing, type Verdict } from './membership.rules.ts';

/** What a decision about a temporary stay needs to know. */
export interface StayStanding {
  /** The branch of the stay as it is today, itself or the unit that it was merged into; null when there is none. */
  readonly destination: Standing['destination'];
  /** Was the member at home there when the stay began, or have the two branches become one since? */
  readonly isHome: boolean;
  /** Was the beginning of this very stay written down before, and its end? */
  readonly begun: boolean;
  readonly ended: boolean;
  /** The membership of this stay that has not ended, if there is one. */
  readonly runningId: string | null;
  /** The branch of an earlier stay that reaches into this one, as far as it is known. */
  readonly otherBranchId: string | null;
  /** The first day of the next stay of the member, if it was heard before: this one was over by then. */
  readonly nextFrom: string | null;
}

type StayEvent = { readonly number: string; readonly destinationBranchId: string | null };

const park = ({ number }: StayEvent, reason: string): Verdict => ({
  act: 'PARK',
  reason: `Transfer ${number}: ${reason}`,
});

/**
 * What there is to write of a stay here: nothing outside of the system, nothing at the member's own branch, and not yet while an earlier stay
 * has not ended (that is on its way).
 */
function decideWriting(stay: StayEvent, day: string, standing: StayStanding): Verdict {
  const { destination, isHome, otherBranchId } = standing;
  if (stay.destinationBranchId === null || isHome) return { act: 'NOTHING' };
  const fault = destinationFault(stay.destinationBranchId, day, destination);
  if (fault !== null) return park(stay, fault);
  return otherBranchId === null
    ? { act: 'CHANGE' }
    : park(stay, `the member is on another stay, at ${otherBranchId}`);
}

/** A stay has begun: a temporary membership begins, once, and not when its end was heard before. */
export function decideStayBeginning(
  stay: StayEvent & { startedOn: string },
  standing: StayStanding,
): Verdict {
  return standing.begun || standing.ended
    ? { act: 'NOTHING' }
    : decideWriting(stay, stay.startedOn, standing);
}

/**
 * A stay is over. What runs of it ends; what a reorganisation has ended stays so; a stay whose beginning was not heard yet is written down whole, so
 * that its beginning finds nothing left to do.
 */
export function decideStayEnd(
  stay: StayEvent & { startedOn: string },
  standing: StayStanding,
): Verdict | { act: 'END'; membershipId: string } {
  if (standing.ended) return { act: 'NOTHING' };
  if (standing.runningId !== null) return { act: 'END', membershipId: standing.runningId };
  return standing.begun ? { act: 'NOTHING' } : decideWriting(stay, stay.startedOn, standing);
}
