import type { TransferAction, TransferGuard, TransferState } from '../src/dossier/workflows.ts';

/** Where a dossier of the walk leads: within the province, out of every system, or in from outside. */
export const ways = ['WITHIN', 'OUT', 'IN'] as const;
export type Way = (typeof ways)[number];

export const people = [
  'member',
  'secretary',
  'committee',
  'ward',
  'board',
  'hostWard',
  'hostCommittee',
  'host',
  'stranger',
] as const;
export type Person = (typeof people)[number];

/** The letters of the walk: which unit signs which box. Written down here, not computed. */
const chains: Record<Way, readonly number[]> = { WITHIN: [1, 3, 4, 7, 8, 10], OUT: [1, 3, 4, 5], IN: [10] };
const signers: Record<Way, Record<number, Person>> = {
  WITHIN: { 1: 'secretary', 3: 'committee', 4: 'ward', 7: 'hostWard', 8: 'hostCommittee', 10: 'host' },
  OUT: { 1: 'secretary', 3: 'committee', 4: 'ward', 5: 'board' },
  IN: { 10: 'host' },
};
const destinationSide: readonly Person[] = ['hostWard', 'hostCommittee', 'host'];

/** What a dossier is to the eyes of this model: far less than the real one keeps. */
export interface Model {
  readonly way: Way;
  state: TransferState;
  /** The box that is next; 0 without a letter, 11 when all of ours are signed. */
  box: number;
  /** A draft, also one that was given up, is the member's alone. */
  submitted: boolean;
  sent: boolean;
  sealed: boolean;
  presented: boolean;
  /** Is there a passed term that nobody has explained? */
  unexplained: boolean;
  /** Boxes of the letter in force that were corrected. */
  corrected: ReadonlySet<number>;
}

/** A dossier on its first day. */
export const fresh = (way: Way, state: TransferState, unexplained: boolean): Model => ({
  way,
  state,
  box: way === 'IN' ? 10 : 0,
  submitted: state !== 'DRAFT',
  sent: way === 'IN',
  sealed: way === 'IN',
  presented: false,
  unexplained,
  corrected: new Set(),
});

/** The box that this person's unit has signed, or null: none, box 1, or not yet. */
export function signedBoxOf({ way, box, state }: Model, person: Person): number | null {
  if (box === 0) return null;
  const [index] = Object.entries(signers[way]).find(([, one]) => one === person) ?? [];
  if (index === undefined || Number(index) === 1) return null;
  return Number(index) < box || state === 'COMPLETED' ? Number(index) : null;
}

/** What somebody is to a dossier, by the model. */
export function relationsOf(model: Model, person: Person): Set<string> {
  const { way, box, sent, submitted } = model;
  const relations = new Set<string>();
  const isOurs = way !== 'IN' || person === 'board' || destinationSide.includes(person);
  if (person === 'stranger' || !isOurs) return relations;
  if (person === 'member') return relations.add('READER').add('APPLICANT');
  if (!submitted || (destinationSide.includes(person) && (way === 'OUT' || !sent))) return relations;
  relations.add('READER');
  if (person === 'secretary') relations.add('ORIGIN_BRANCH');
  if (person === 'host') relations.add('DESTINATION_BRANCH');
  if (box > 0 && way !== 'IN') {
    const chain = Object.entries(signers[way]).filter(([index]) => Number(index) > 1 && Number(index) <= 5);
    if (chain.some(([, one]) => one === person)) relations.add('ORIGIN_CHAIN');
    if (chain.at(-1)?.[1] === person) relations.add('LAST_ORIGIN_SIGNER');
    if (signedBoxOf(model, person) !== null) relations.add('BOX_OWNER');
    if (box < 10 && signers[way][box] === person) relations.add('BOX_SIGNER');
  }
  return relations;
}

/** Every guard that a walk can meet, by the model. */
export const factsOf = (model: Model): Record<string, true | string> => {
  const { way, state, box, sealed, presented, unexplained, corrected } = model;
  const correctable = chains[way].filter((index) => index > 1 && index < box && !corrected.has(index));
  const facts: Partial<Record<TransferGuard, true | string>> = {
    originInside: way !== 'IN' || 'ORIGIN_OUTSIDE',
    originOutside: way === 'IN' || 'ORIGIN_INSIDE',
    memberEligible: true,
    originOpen: true,
    destinationOpen: true,
    duesPaid: true,
    boxUnitsOpen: true,
    boxCanGoBack: box > 1 || 'NO_BOX_BEFORE',
    boxToCorrect: (way !== 'IN' && correctable.length > 0) || 'NO_BOX_TO_CORRECT',
    letterWithBranch: box === 1 || state === 'RETURNED_BY_DEST' || 'LETTER_NOT_WITH_BRANCH',
    fileSealed: sealed || 'FILE_NOT_SEALED',
    fileNotReceived: !presented || 'FILE_ALREADY_RECEIVED',
    filePresented: presented || 'FILE_NOT_PRESENTED',
    delayToExplain: unexplained || 'NO_DELAY_TO_EXPLAIN',
    delaysExplained: !unexplained || 'DELAY_NOT_EXPLAINED',
  };
  return facts as Record<string, true | string>;
};

/** Where a signature must lead, said by box instead of by table. */
export const afterSigning: Record<Way, Record<number, TransferState>> = {
  WITHIN: {
    1: 'IN_ORIGIN_CHAIN',
    3: 'IN_ORIGIN_CHAIN',
    4: 'SENT',
    7: 'IN_DEST_CHAIN',
    8: 'AT_DEST_BRANCH',
  },
  OUT: { 1: 'IN_ORIGIN_CHAIN', 3: 'IN_ORIGIN_CHAIN', 4: 'IN_ORIGIN_CHAIN', 5: 'SENT_OUT' },
  IN: {},
};

/** What an action that went through does to the model. */
export function follow(model: Model, action: TransferAction, to: TransferState, by: Person): Model {
  const chain = chains[model.way];
  const at = chain.indexOf(model.box);
  const next = { ...model, state: to };
  if (action === 'ISSUE_LETTER') Object.assign(next, { box: 3, corrected: new Set() });
  if (action === 'SIGN_BOX') next.box = chain[at + 1] ?? 11;
  if (action === 'RETURN_BOX') next.box = chain[at - 1] ?? 1;
  const voided: TransferAction[] = ['VOID_LETTER', 'CANCEL', 'WITHDRAW', 'REPORT_FILE_LOSS', 'SEND_BACK'];
  if (voided.includes(action) && model.way !== 'IN') next.box = 0;
  if (action === 'SUBMIT') next.submitted = true;
  if (action === 'VOID_LETTER') next.sent = false;
  if (action === 'REPORT_FILE_LOSS') next.sealed = false;
  if (action === 'CORRECT_BOX') next.corrected = new Set([...model.corrected, signedBoxOf(model, by) ?? 0]);
  if (action === 'EXPLAIN_DELAY' || action === 'SUPPLEMENT') next.unexplained = false;
  if (action === 'RECORD_SEALED_FILE') next.sealed = true;
  if (action === 'RECORD_PRESENTATION') next.presented = true;
  next.sent ||= ['SENT', 'AT_DEST_BRANCH', 'SENT_OUT'].includes(to);
  return next;
}
