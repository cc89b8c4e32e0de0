import { type Refusal, refuse } from '@dang/service/refusal';
import { type Choices, criterionFields } from './sheet.criteria.ts';

export type SheetState = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'DELIVERED' | 'DISCARDED';

/** What a sheet says, before it is complete. */
export type SheetContent = Choices & { readonly otherComment: string | null };

/**
 * What still keeps a sheet from being submitted, or null: one of the six criteria without a choice (`CRITERION_MISSING`, the field
 * names the first), and a proposal to consider action without another comment (`OTHER_COMMENT_REQUIRED`; domain 7.4, T60, T61).
 */
export function barToSubmit(sheet: SheetContent): Refusal | null {
  const missing = criterionFields.find((field) => sheet[field] === null);
  if (missing) return refuse('CRITERION_MISSING', { field: missing });
  if (sheet.proposal === 'CONSIDER_ACTION' && sheet.otherComment === null)
    return refuse('OTHER_COMMENT_REQUIRED', { field: 'otherComment' });
  return null;
}

/** A sheet as far as deciding who may read it goes. */
interface Readable {
  readonly status: SheetState;
}

/** Who looks at the sheets of an item. */
interface Reader {
  /** They are commented on. */
  readonly isMember: boolean;
  readonly workplaceInScope: boolean;
  readonly residenceInScope: boolean;
}

/**
 * Those of an item's sheets that somebody may read. The residence side reads every one, the workplace what was delivered. The
 * member reads what was delivered where members may (`COMMENT_MEMBER_SEES_SHEET`), and never more than that about themselves,
 * whatever office they hold (domain 7.6, A18).
 */
export function readableSheets<Sheet extends Readable>(
  sheets: readonly Sheet[],
  { isMember, workplaceInScope, residenceInScope }: Reader,
  memberSeesSheet: boolean,
): Sheet[] {
  const delivered = sheets.filter(({ status }) => status === 'DELIVERED');
  if (isMember) return memberSeesSheet ? delivered : [];
  if (residenceInScope) return [...sheets];
  return workplaceInScope ? delivered : [];
}

/**
 * The sheet that an item shows: the one in the making, else the one in force. `sheets` are in the order in which they were begun, so
 * the last delivered one is in force.
 */
export function currentSheet<Sheet extends Readable>(sheets: readonly Sheet[]): Sheet | null {
  const open = sheets.find(({ status }) => status !== 'DELIVERED' && status !== 'DISCARDED');
  return open ?? sheets.findLast(({ status }) => status === 'DELIVERED') ?? null;
}
