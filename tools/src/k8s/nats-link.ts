import {
  arrivedStream,
  arrivingBy,
  arrivingFilter,
  domainOf,
  EXCHANGE_STREAM,
  HUB_DOMAIN,
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

/**
 * What the hub lets a province do: ask for what is for it, be asked for what leaves it, and each of the two on subjects that are its own.
 * A request that makes a consumer names its filter in the subject, and NATS refuses one whose text names another.
 */
function hubUser(province: string): string {
  const leaving = leavingStream(province);
  const publish = [
    `$JS.${HUB_DOMAIN}.API.CONSUMER.CREATE.${EXCHANGE_STREAM}.*.${arrivingFilter(province)}`,
    `${leavingBy(province)}.>`,
    '$JSC.R.*',
    `$JS.FC.${EXCHANGE_STREAM}.>`,
  ];
  const subscribe = [
    `$JS.${domainOf(province)}.API.CONSUMER.CREATE.${leaving}`,
    `$JS.${domainOf(province)}.API.CONSUMER.CREATE.${leaving}.>`,
    `${arrivingBy(province)}.>`,
    '$JSC.R.*',
    `$JS.FC.${leaving}.>`,
  ];
  return `      {
        user: ${domainOf(province)}
        password: $LINK_${domainOf(province).toUpperCase()}
        permissions: {
          publish: ${listed(publish, '          ')}
          subscribe: ${listed(subscribe, '          ')}
        }
      }
`;
}

/** The hub's accounts for these provinces; passwords are variables: `$LINK_P05`, and `$NATS_OPERATOR` for its own people. */
export const hubAccountsFile = (provinces: readonly string[]): string => `accounts {
  SYS {}
  EXCHANGE {
    jetstream: enabled
    users: [
      {user: operator, password: $NATS_OPERATOR}
${provinces.map(hubUser).join('')}    ]
  }
}
`;
