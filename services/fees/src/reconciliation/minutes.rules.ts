import type { Actor } from '@dang/access/actor';
import type { StateOf } from '@dang/workflow/workflow';
import type { MinutesWorkflow } from './minutes.workflow.ts';
import type { ReconciliationFacts } from './reconciliation.rules.ts';

/** What the rules must know of a signature. */
export interface MinutesSignature {
  readonly signerMemberId: string;
}

const states: readonly StateOf<MinutesWorkflow>[] = ['UNSIGNED', 'SIGNED_BY_SUB', 'SIGNED'];

/** Where the minutes stand, by who has signed so far. */
export const minutesState = (signatures: readonly MinutesSignature[]): StateOf<MinutesWorkflow> =>
  states[signatures.length] ?? 'SIGNED';

/** The facts that the table asks for, as `true` or the code that refuses: nobody signs for both sides. */
export const minutesGuards = (
  { status }: Pick<ReconciliationFacts, 'status'>,
  signatures: readonly MinutesSignature[],
  { memberId }: Pick<Actor, 'memberId'>,
) =>
  ({
    figuresStand: status === 'CLOSED' || 'WRONG_STATE',
    otherPersonSigned:
      signatures.every(({ signerMemberId }) => signerMemberId !== memberId) || 'SECOND_PERSON_REQUIRED',
  }) as const;
