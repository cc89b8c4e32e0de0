import { readFileSync } from 'node:fs';
import { describeWorkflow } from '@dang/workflow/describe';
import { expect, test } from '@jest/globals';
import { actionLabels, stateLabels, transferKinds, workflowOf } from './workflows.ts';

const sdl = readFileSync(new URL('./dossier.graphql', import.meta.url), 'utf8');

/** The formatter pads the columns of a table. */
const unpadded = (markdown: string) => markdown.replace(/[\s-]+/g, '');

test('the README shows the tables that the server enforces', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const kind of transferKinds)
    expect(unpadded(readme)).toContain(unpadded(describeWorkflow(workflowOf(kind))));
});

test('the schema knows every state, described by its Vietnamese label', () => {
  const [, block] = /enum TransferStatus [^{]*\{([^}]*)\}/.exec(sdl) ?? [];
  const labels = [...(block ?? '').matchAll(/"([^"]+?) — [^"]*"\s+(\w+)/g)].map(([, label, code]) => [
    code,
    label,
  ]);
  expect(labels.toSorted()).toEqual([...stateLabels].toSorted());
});

test('an action and a state have the same words in both tables', () => {
  for (const kind of transferKinds)
    for (const { action, label } of workflowOf(kind).transitions)
      expect([action, label]).toEqual([action, actionLabels.get(action)]);
  const [one, other] = transferKinds.map((kind) => Object.entries(workflowOf(kind).states));
  for (const [state, { label }] of one ?? [])
    expect(other?.find(([code]) => code === state)?.[1].label ?? label).toBe(label);
});

test.each([
  ['OFFICIAL', ['CANCELLED', 'COMPLETED', 'REJECTED']],
  ['TEMPORARY', ['CANCELLED', 'COMPLETED', 'REJECTED']],
] as const)('nothing leads out of the ends of %s, and every other state has a way out', (kind, wanted) => {
  const ends = Object.entries(workflowOf(kind).states).filter(([, state]) => state.final);
  expect(ends.map(([code]) => code).toSorted()).toEqual(wanted);
});

test.each([
  [
    'OFFICIAL',
    [
      'ADMIT',
      'CORRECT_AND_RESEND',
      'CORRECT_BOX',
      'ISSUE_LETTER',
      'RECORD_OUTSIDE_RECEIPT',
      'SIGN_BOX',
      'VOID_LETTER',
    ],
  ],
  [
    'TEMPORARY',
    [
      'AGREE_CONVERSION',
      'CONFIRM_STAY',
      'CORRECT_AND_RESEND',
      'CORRECT_BOX',
      'GRANT_EXTENSION',
      'ISSUE_LETTER',
      'RECEIVE_BACK',
      'RECORD_OUTSIDE_RECEIPT',
      'SIGN_BOX',
      'VOID_LETTER',
      'WRITE_STAY_COMMENT',
    ],
  ],
] as const)('whoever signs or decides in %s has signed in just now', (kind, wanted) => {
  const fresh = workflowOf(kind)
    .transitions.filter(({ stepUp }) => stepUp)
    .map(({ action }) => action);
  expect([...new Set(fresh)].toSorted()).toEqual(wanted);
});
