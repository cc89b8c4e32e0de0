import {
  arrivedStream,
  arrivingBy,
  arrivingFilter,
  domainOf,
  EXCHANGE_STREAM,
  HUB_API,
  leavingBy,
  leavingStream,
} from '@dang/events/link-streams';
import { streamName } from '@dang/events/stream';
import { serviceNames } from '../launcher/settings.ts';
import { PROVINCE } from './nats-users.ts';

const listed = (subjects: readonly string[], indent: string): string =>
  `[\n${subjects.map((subject) => `${indent}  "${subject}"\n`).join('')}${indent}]`;

/**
 * The province's side of the link as a file of NATS's configuration. Whoever stands behind the hub asks this JetStream for one
 * stream only; nothing that is said on either side passes by itself.
 */
export function linkFile(): string {
  const api = `$JS.${domainOf(PROVINCE)}.API`;
  const closed = [...serviceNames.map((name) => streamName(PROVINCE, name)), arrivedStream(PROVINCE)];
  const notIn = [
    'dang.>',
    'seen.>',
    'letters.>',
    `${api}.STREAM.>`,
    `${api}.DIRECT.>`,
    `${api}.CONSUMER.DURABLE.>`,
    ...closed.flatMap((stream) => [
      `${api}.CONSUMER.*.${stream}`,
      `${api}.CONSUMER.*.${stream}.>`,
      `${api}.CONSUMER.*.*.${stream}.>`,
    ]),
  ];
  const notOut = [
    'dang.>',
    'seen.>',
    'letters.>',
    '$JS.EVENT.>',
    '_INBOX.>',
    ...['gateway', ...serviceNames, 'operator'].map((user) => `_INBOX_${user}.>`),
  ];
  return `# Made by \`npm run k8s -- nats\`; do not edit. Local work never waits for the link.
leafnodes {
  reconnect: 2s
  remotes: [
    {
      url: $NATS_LINK
      account: DANG
      # what the hub, and whoever stands behind it, may not say here
      deny_imports: ${listed(notIn, '      ')}
      # what is said here and stays here
      deny_exports: ${listed(notOut, '      ')}
    }
  ]
}
`;
}

interface Shared {
  kind: 'service' | 'stream';
  subject: string;
  /** What the other account calls it, where that is something else. */
  to?: string;
}

/** What a province may ask of the hub: places in the exchange with the filter of its own letters, which stands in the subject. */
const askedOfHub = (province: string): Shared[] => {
  const create = `CONSUMER.CREATE.${EXCHANGE_STREAM}.*.${arrivingFilter(province)}`;
  return [
    { kind: 'service', subject: `$JS.API.${create}`, to: `${HUB_API}.${create}` },
    { kind: 'stream', subject: `${arrivingBy(province)}.>` },
    { kind: 'service', subject: `$JS.FC.${EXCHANGE_STREAM}.>` },
  ];
};

/** What the hub may ask of a province: places in the stream of what leaves it. */
const askedOfProvince = (province: string): Shared[] => {
  const leaving = leavingStream(province);
  const create = `$JS.${domainOf(province)}.API.CONSUMER.CREATE.${leaving}`;
  return [
    { kind: 'service', subject: create },
    { kind: 'service', subject: `${create}.>` },
    { kind: 'stream', subject: `${leavingBy(province)}.>` },
    { kind: 'service', subject: `$JS.FC.${leaving}.>` },
  ];
};

const account = (province: string): string => `P${province}`;

const exported = (shared: readonly Shared[], to: string): string[] =>
  shared.map(({ kind, subject }) => `{${kind}: "${subject}", accounts: [${to}]}`);

const imported = (shared: readonly Shared[], from: string): string[] =>
  shared.map(
    ({ kind, subject, to }) =>
      `{${kind}: {account: ${from}, subject: "${subject}"}${to === undefined ? '' : `, to: "${to}"`}}`,
  );

const lines = (texts: readonly string[]): string => texts.map((text) => `      ${text}\n`).join('');

const provinceAccount = (province: string): string => `  ${account(province)} {
    users: [{user: ${domainOf(province)}, password: $LINK_${domainOf(province).toUpperCase()}}]
    exports: [
${lines(exported(askedOfProvince(province), 'EXCHANGE'))}    ]
    imports: [
${lines(imported(askedOfHub(province), 'EXCHANGE'))}    ]
  }
`;

/**
 * The hub's accounts for these provinces; passwords are variables: `$LINK_P05`, and `$NATS_OPERATOR` for its own people. Each province has
 * an account of its own, into which nothing leads but what is named here: rights of a user within one account would be kept by the
 * nats-server of the province and not by the hub.
 */
export function hubAccountsFile(provinces: readonly string[]): string {
  // what all may do is exported once
  const flow = `$JS.FC.${EXCHANGE_STREAM}.>`;
  const own = provinces.flatMap((province) =>
    exported(
      askedOfHub(province).filter(({ subject }) => subject !== flow),
      account(province),
    ),
  );
  const exports = [...own, `{service: "${flow}", accounts: [${provinces.map(account).join(', ')}]}`];
  const imports = provinces.flatMap((province) => imported(askedOfProvince(province), account(province)));
  return `accounts {
  SYS {}
  EXCHANGE {
    jetstream: enabled
    users: [{user: operator, password: $NATS_OPERATOR}]
    exports: [
${lines(exports)}    ]
    imports: [
${lines(imports)}    ]
  }
${provinces.map(provinceAccount).join('')}}
`;
}
