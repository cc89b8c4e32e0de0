import { readFileSync } from 'node:fs';
import { describeWorkflow } from '@dang/workflow/describe';
import { expect, test } from '@jest/globals';
import { officialTransfer } from './dossier.workflow.ts';

const sdl = readFileSync(new URL('./dossier.graphql', import.meta.url), 'utf8');

/** The formatter pads the columns of a table. */
const unpadded = (markdown: string) => markdown.replace(/[\s-]+/g, '');

test('the README shows the table that the server enforces', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(unpadded(readme)).toContain(unpadded(describeWorkflow(officialTransfer)));
});

test('the schema knows every state, described by its Vietnamese label', () => {
  const [, block] = /enum TransferStatus [^{]*\{([^}]*)\}/.exec(sdl) ?? [];
  const labels = [...(block ?? '').matchAll(/"([^"]+?) — [^"]*"\s+(\w+)/g)].map(([, label, code]) => [
    code,
    label,
  ]);
  const states = Object.entries(officialTransfer.states).map(([code, { label }]) => [code, label]);
  expect(labels.toSorted()).toEqual(states.toSorted());
});

test('nothing leads out of the end, and every state but the ends has a way out', () => {
  const ends = Object.entries(officialTransfer.states).filter(([, state]) => 'final' in state);
  expect(ends.map(([code]) => code).toSorted()).toEqual(['CANCELLED', 'COMPLETED', 'REJECTED']);
});

test('issuing, signing, voiding, re-sending and admitting need a fresh sign-in', () => {
  const fresh = officialTransfer.transitions.filter((row) => 'stepUp' in row).map(({ action }) => action);
  expect([...new Set(fresh)].toSorted()).toEqual([
    'ADMIT',
    'CORRECT_AND_RESEND',
    'ISSUE_LETTER',
    'SIGN_BOX',
    'VOID_LETTER',
  ]);
});
