import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';

/** A refusal before it is worded: its code, and the input at fault. */
export interface Bar {
  readonly code: RefusalCode;
  readonly field?: string;
}

/** A refusal in words, from the bar that a rule set up. */
export const refuseBar = ({ code, field }: Bar): Refusal =>
  refuse(code, field === undefined ? {} : { field });
