import { composeServices } from '@apollo/composition';
import { describe, expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { commentItemWorkflow } from '../../services/evaluation/src/comment-item/comment-item.workflow.ts';
import { selfReportWorkflow } from '../../services/evaluation/src/self-report/self-report.workflow.ts';
import { chargeWorkflow } from '../../services/fees/src/charge/charge.workflow.ts';
import { accountWorkflow } from '../../services/identity/src/account/account.workflow.ts';
import { officialTransfer } from '../../services/transfers/src/dossier/official.workflow.ts';
import { temporaryTransfer } from '../../services/transfers/src/stay/temporary.workflow.ts';
import { schemaFilesOf } from '../src/launcher/schema-files.ts';
import { serviceNames } from '../src/launcher/settings.ts';
import { schemaRules, typesOf } from './schema-rules.ts';

const subgraphs = serviceNames.map((name) => ({
  name,
  url: `http://${name}.invalid/graphql`,
  typeDefs: schemaFilesOf(name),
}));
const composed = composeServices(subgraphs);
const sdl = composed.supergraphSdl ?? '';

type RuleName = keyof typeof schemaRules;

test('the subgraphs compose without an error and without a hint', () => {
  expect(composed.errors?.map(({ message }) => message) ?? []).toEqual([]);
  expect(composed.hints?.map(({ message }) => message)).toEqual([]);
});

test.each(Object.keys(schemaRules) as RuleName[])('the composed schema keeps the rule “%s”', (rule) => {
  expect(schemaRules[rule](typesOf(parse(sdl)))).toEqual([]);
});

test.each([
  ['AccountStatus', accountWorkflow],
  ['CommentItemStatus', commentItemWorkflow],
  ['SelfReportStatus', selfReportWorkflow],
  ['DuesChargeStatus', chargeWorkflow],
  ['TransferStatus', { states: { ...officialTransfer.states, ...temporaryTransfer.states } }],
])('the labels of %s are those of its workflow', (name, { states }) => {
  const type = typesOf(parse(sdl)).find((one) => one.name.value === name);
  const values = type?.kind === 'EnumTypeDefinition' ? (type.values ?? []) : [];
  const labels = values.map((value) => [value.name.value, value.description?.value.split(' — ')[0]]);
  const expected = Object.entries(states).map(([state, { label }]) => [state, label]);
  expect(labels.toSorted()).toEqual(expected.toSorted());
});

test.each([
  ['Account', accountWorkflow, []],
  ['CommentItem', commentItemWorkflow, ['FOLLOW_MEMBER']],
  ['SelfReport', selfReportWorkflow, []],
  [
    'Transfer',
    { transitions: [...officialTransfer.transitions, ...temporaryTransfer.transitions] },
    ['RESUME_STAY', 'END_CONVERTED_STAY'],
  ],
])('%s.availableActions names every action, and mutations that exist', (name, { transitions }, byTimers) => {
  const types = typesOf(parse(sdl));
  const fieldsOf = (type: string) => {
    const found = types.find((one) => one.name.value === type);
    return found?.kind === 'ObjectTypeDefinition' ? (found.fields ?? []) : [];
  };
  const said = fieldsOf(name).find((one) => one.name.value === 'availableActions')?.description?.value ?? '';
  const named = [...said.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code);
  const people = transitions
    .map(({ action }) => action)
    .filter((one) => !byTimers.some((other) => other === one));
  expect(named.toSorted()).toEqual([...new Set<string>(people)].toSorted());
  const existing = new Set(fieldsOf('Mutation').map((one) => one.name.value));
  const mentioned = [...said.matchAll(/` ([a-z]+[A-Z]\w+)/g)].map(([, mutation]) => mutation ?? '');
  expect(mentioned.filter((one) => !existing.has(one))).toEqual([]);
  expect(mentioned.length).toBeGreaterThan(2);
});

describe('planted, each is found', () => {
  const planted: [RuleName, string | RegExp, string, string][] = [
    ['described', /"""The code of what was done."""\s+/, '', 'HistoryEntry.action is not described'],
    ['described', /"""The dossier\."""\s+(?=id: UUID!)/, '', 'Query.transfer(id) is not described'],
    ['labelled', 'Nữ — female.', 'Female.', 'Gender.FEMALE does not begin with its label and “ — ”'],
    [
      'tagged',
      /(residenceBranch: OrgUnit @join__field\(graph: ORGTREE\)) @tag.*/,
      '$1',
      'Member.residenceBranch is for no audience',
    ],
    [
      'tagged',
      /(hasNextPage: Boolean!)/,
      '$1 @tag(name: "member")',
      'PageInfo.hasNextPage is tagged, and so is its type',
    ],
    [
      'knownAudiences',
      /(otherName: String .*)@tag\(name: "member"\)/,
      '$1@tag(name: "public")',
      'Member.otherName is tagged public, which is no audience',
    ],
    [
      'accessStated',
      /(\) *: Member @join__field\(graph: IDENTITY\)) @access\(permission: "MEMBER_READ"\)/,
      '$1',
      'Query.member states no @access',
    ],
    [
      'accessStated',
      '@access(permission: "DUES_READ")',
      '@access(permission: "DUES")',
      'OrgUnit.duesCharges asks for DUES, which is no permission',
    ],
    [
      'mutations',
      /(signOutEverywhere: )SignOutEverywhereResult!/,
      '$1SignOutResult!',
      'Mutation.signOutEverywhere does not return SignOutEverywhereResult!',
    ],
    [
      'mutations',
      'input: AdmitMemberInput!',
      'input: AdmitMemberInput',
      'Mutation.admitMember takes (input: AdmitMemberInput), not (input: AdmitMemberInput!)',
    ],
    [
      'pages',
      'first: Int = 20',
      'first: Int',
      'CommentDelivery.items does not end with (first: Int = 20, after: String)',
    ],
    ['separable', /(unitByCode\([^)]*\): OrgUnit)/, '$1!', 'Query.unitByCode is promised'],
    ['timesByName', 'dueOn: Date', 'dueAt: Date', 'CommentItem.dueAt ends in At and is no DateTime'],
    ['oneWording', 'How many, 1 to 100.', 'How many.', 'OrgUnit'],
    [
      'audiencesWhole',
      /(enum TransferReason[^{]*)@tag\(name: "member"\)/,
      '$1',
      'member: RequestOfficialTransferInput.reason leads to TransferReason',
    ],
    [
      'audiencesWhole',
      /(input AdmitMemberInput[^{]*)\{/,
      '$1@tag(name: "member") {',
      'member: nothing leads to AdmitMemberInput',
    ],
  ];
  test.each(planted)('%s: %s', (rule, from, to, fault) => {
    const spoilt = sdl.replace(from, to);
    expect(spoilt).not.toBe(sdl);
    const found = schemaRules[rule](typesOf(parse(spoilt)));
    expect(found.find((one) => one.startsWith(fault)) ?? found).toEqual(expect.stringContaining(fault));
  });

  test('a shared field that one service describes otherwise is a hint', () => {
    const [first, ...others] = subgraphs.map((one) => ({ ...one }));
    if (!first) throw new Error('there is no subgraph');
    const text = print(first.typeDefs).replace(/"The member who is signed in[^"]*"/, '"Yourself."');
    const { hints } = composeServices([{ ...first, typeDefs: parse(text) }, ...others]);
    expect(hints?.map(({ message }) => message)).toEqual([expect.stringContaining('Query.me')]);
  });
});
