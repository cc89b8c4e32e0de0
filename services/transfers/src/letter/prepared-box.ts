import type { PreparedSignature } from '@dang/documents/signing/sign-document';
import type { RegisterNumber } from '../register/register.ts';
import type { BoxPlan } from './box-plan.ts';

/** The letter with one box signed digitally, kept and recorded nowhere yet: what the box says there, and under which number. */
export interface PreparedBox extends PreparedSignature {
  readonly plan: BoxPlan;
  readonly number: RegisterNumber;
}

/** What the transaction found is not what was signed before: somebody else took the number, or the letter says something else now. */
export class SignedOtherwise extends Error {
  constructor(letterId: string) {
    super(`letter ${letterId} was signed as it is no longer`);
    this.name = 'SignedOtherwise';
  }
}
