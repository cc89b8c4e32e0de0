import { parseDong } from '@dang/vietnam/dong';
import { searchKey } from '@dang/vietnam/text';
import { formLabels, type OrderMode } from './order.rules.ts';
import { type OrderStatus, orderWorkflow } from './order.workflow.ts';

/** A search, worked out: a piece of the number, day or amount, and the statuses and forms whose labels hold the words. */
export interface OrderText {
  readonly piece: string;
  readonly digits: string | null;
  readonly statuses: readonly OrderStatus[];
  readonly modes: readonly OrderMode[];
}

const statusKeys = Object.entries(orderWorkflow.states).map(
  ([status, { label }]) => [status as OrderStatus, searchKey(label)] as const,
);
const formKeys = Object.entries(formLabels).map(
  ([mode, label]) => [mode as OrderMode, searchKey(label)] as const,
);

/**
 * What a search in the list of transactions looks for, without marks and in any case: a piece of the number, of the day
 * (`28/05/2025`) or of the amount (`60.000`), or words of the status or the form. Null for blanks: everything is found.
 */
export function readOrderText(text: string | null | undefined): OrderText | null {
  const piece = searchKey(text ?? '');
  if (piece === '') return null;
  const amount = parseDong(text ?? '');
  return {
    piece,
    digits: amount === null ? null : String(amount),
    statuses: statusKeys.filter(([, key]) => key.includes(piece)).map(([status]) => status),
    modes: formKeys.filter(([, key]) => key.includes(piece)).map(([mode]) => mode),
  };
}
