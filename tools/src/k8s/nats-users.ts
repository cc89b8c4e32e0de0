import { durableOf } from '@dang/events/consumer';
import { ARRIVED, letterSubject } from '@dang/events/link';
import { arrivedStream, carried, leavingStream } from '@dang/events/link-streams';
import { placesBeside, upstreamsOf } from '@dang/events/operate';
import type { AnyReaction, Aside, Projection } from '@dang/events/reaction';
import { sessionsSeenSubject } from '@dang/events/sessions-seen';
import { streamName } from '@dang/events/stream';
import { serviceNames } from '../launcher/settings.ts';

/** Stands for the code of the province in the file; the pod of NATS puts the code in its place. */
export const PROVINCE = 'PROVINCE';

/** What one user of NATS may say and hear; `deny` wins over `publish`. */
export interface NatsUser {
  name: string;
  publish: string[];
  deny?: string[];
  subscribe: string[];
}

interface Listening {
  name: string;
  reactions: readonly AnyReaction[];
  projections: readonly Projection[];
  asides?: readonly Aside[];
  link?: readonly AnyReaction[];
}

/** A durable consumer and the services in whose streams it keeps its place. */
interface Place {
  durable: string;
  upstreams: readonly string[];
}

const stream = (service: string) => streamName(PROVINCE, service);

const placesOf = (definition: Listening): Place[] => [
  { durable: durableOf(definition.name), upstreams: upstreamsOf(definition) },
  // the rights of the link are there before it is
  ...placesBeside(definition, true).map(({ name, upstreams }) => ({
    durable: durableOf(definition.name, name),
    upstreams,
  })),
];

const ACTS = ['INFO', 'DELETE', 'MSG.NEXT'];

/** To keep one's own place in a stream: looked up, made, made anew, pulled from, acknowledged. */
function atPlace(upstream: string, durable: string): string[] {
  const place = `${stream(upstream)}.${durable}`;
  return [
    ...[...ACTS, 'DURABLE.CREATE'].map((act) => `$JS.API.CONSUMER.${act}.${place}`),
    `$JS.ACK.${place}.>`,
    // as servers with a domain name an acknowledgement
    `$JS.ACK.*.*.${place}.>`,
  ];
}

/** To find a stream, or make the one that is missing; only its publisher changes it. */
const findStream = (service: string): string[] =>
  ['INFO', 'CREATE'].map((act) => `$JS.API.STREAM.${act}.${stream(service)}`);

const answersTo = (name: string): string => `_INBOX_${name}.>`;

/** To send letters on, and to see that both streams of the link are there; making them is an operator's. */
const linkRights = ({ name, link }: Listening): string[] =>
  link === undefined
    ? []
    : [
        ...carried
          .filter(({ event }) => event.service === name)
          .map(({ event }) => letterSubject(PROVINCE, '*', event.name, event.version)),
        ...[leavingStream(PROVINCE), arrivedStream(PROVINCE)].map((each) => `$JS.API.STREAM.INFO.${each}`),
      ];

function userOf(definition: Listening): NatsUser {
  const { name } = definition;
  const places = placesOf(definition);
  const heard = [...new Set(places.flatMap(({ upstreams }) => upstreams))].filter(
    (each) => each !== name && each !== ARRIVED,
  );
  return {
    name,
    publish: [
      `dang.${PROVINCE}.${name}.>`,
      ...findStream(name),
      `$JS.API.STREAM.UPDATE.${stream(name)}`,
      ...heard.flatMap(findStream),
      ...linkRights(definition),
      ...places.flatMap(({ durable, upstreams }) =>
        upstreams.flatMap((upstream) => atPlace(upstream, durable)),
      ),
    ],
    subscribe: [answersTo(name), ...(name === 'identity' ? [sessionsSeenSubject(PROVINCE)] : [])],
  };
}

/**
 * The gateway hears what ended through consumers that leave no trace, whose names are made up: it may have any in that one
 * stream but for those in which services keep their places.
 */
function gatewayUser(definitions: readonly Listening[]): NatsUser {
  const source = stream('identity');
  const taken = definitions
    .flatMap(placesOf)
    .filter(({ upstreams }) => upstreams.includes('identity'))
    .map(({ durable }) => durable);
  return {
    name: 'gateway',
    publish: [
      sessionsSeenSubject(PROVINCE),
      ...findStream('identity'),
      `$JS.API.CONSUMER.CREATE.${source}`,
      ...ACTS.map((act) => `$JS.API.CONSUMER.${act}.${source}.*`),
    ],
    deny: taken.flatMap((durable) => ACTS.map((act) => `$JS.API.CONSUMER.${act}.${source}.${durable}`)),
    subscribe: [answersTo('gateway')],
  };
}

/** People with `npm run events` and `npm run doctor`: they look everywhere, replay, and pass nothing off as theirs. */
const operator: NatsUser = {
  name: 'operator',
  publish: ['$JS.API.>', `dang.${PROVINCE}.>`],
  subscribe: [answersTo('operator')],
};

const definitionOf = async (name: string): Promise<Listening> =>
  ((await import(`../../../services/${name}/src/definition.ts`)) as { definition: Listening }).definition;

/** Every durable consumer that the code of the services keeps: whose it is, and in whose stream. */
export async function keptPlaces(): Promise<{ service: string; durable: string; upstream: string }[]> {
  const definitions = await Promise.all(serviceNames.map(definitionOf));
  return definitions.flatMap((definition) =>
    placesOf(definition).flatMap(({ durable, upstreams }) =>
      upstreams.map((upstream) => ({ service: definition.name, durable, upstream })),
    ),
  );
}

/** Who connects to NATS, with the rights that the code of the services makes use of. */
export async function natsUsers(): Promise<NatsUser[]> {
  const definitions = await Promise.all(serviceNames.map(definitionOf));
  return [gatewayUser(definitions), ...definitions.map(userOf), operator];
}

const listed = (subjects: readonly string[]): string =>
  `[\n${subjects.map((subject) => `        "${subject}"\n`).join('')}      ]`;

/** The users as a file of NATS's configuration; passwords are variables: `$NATS_FEES`. */
export async function natsUsersFile(): Promise<string> {
  const users = (await natsUsers()).map(({ name, publish, deny, subscribe }) => {
    const may =
      deny === undefined
        ? listed(publish)
        : `{\n      allow: ${listed(publish)}\n      deny: ${listed(deny)}\n      }`;
    return [
      `    {`,
      `      user: ${name}`,
      `      password: $NATS_${name.toUpperCase()}`,
      `      permissions: {`,
      `      publish: ${may}`,
      `      subscribe: ${listed(subscribe)}`,
      `      }`,
      `    }`,
    ].join('\n');
  });
  return [
    '# Made from what the services publish and hear by `npm run k8s -- nats`; do not edit.',
    'accounts {',
    '  SYS {}',
    '  DANG {',
    '    jetstream: enabled',
    '    users: [',
    ...users,
    '    ]',
    '  }',
    '}',
    '',
  ].join('\n');
}
