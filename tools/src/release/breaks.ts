import { BreakingChangeType, buildASTSchema, findBreakingChanges, Kind, parse } from 'graphql';
import type { ReleaseContent } from './source.ts';

const schemaOf = (text: string) => buildASTSchema(parse(text), { assumeValid: true, assumeValidSDL: true });

/** The keys by which the gateway may ask for each type, as `Member: id`. */
function keysOf(text: string): Set<string> {
  const keys = new Set<string>();
  for (const definition of parse(text).definitions) {
    if (!('directives' in definition) || !('name' in definition)) continue;
    for (const { name, arguments: given = [] } of definition.directives ?? []) {
      const fields = given.find((one) => one.name.value === 'fields')?.value;
      if (name.value === 'key' && fields?.kind === Kind.STRING)
        keys.add(`${definition.name?.value}: ${fields.value}`);
    }
  }
  return keys;
}

/**
 * What a gateway of the older version, or a front end written for it, could no longer ask of the newer subgraphs: fields,
 * arguments, types, values and keys that are gone, and inputs that have become required. The gateway is replaced last
 * (and goes back first), so that a newer gateway never meets an older subgraph.
 */
export function schemaBreaks(older: ReleaseContent['schemas'], newer: ReleaseContent['schemas']): string[] {
  return Object.entries(older).flatMap(([service, text]) => {
    const now = newer[service];
    if (now === undefined) return [`${service}: is gone`];
    const changes = findBreakingChanges(schemaOf(text), schemaOf(now)).filter(
      // who may see a field is decided by the newer version, and no gateway asks for directives
      ({ type }) => !type.startsWith('DIRECTIVE') && type !== BreakingChangeType.REQUIRED_DIRECTIVE_ARG_ADDED,
    );
    const keys = [...keysOf(text)].filter((key) => !keysOf(now).has(key));
    return [
      ...changes.map(({ description }) => `${service}: ${description}`),
      ...keys.map((key) => `${service}: the key of ${key} is gone`),
    ];
  });
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  [word: string]: unknown;
}

/** Wording that changes nothing that can be sent. */
const withoutWords = ({ description: _, ...rest }: JsonSchema) => rest;

function payloadBreaks(older: JsonSchema, newer: JsonSchema, path: string): string[] {
  if (older.properties && newer.properties) {
    const [then, now] = [older.properties, newer.properties];
    const isRequired = (schema: JsonSchema, name: string) => schema.required?.includes(name) ?? false;
    return [
      ...Object.keys(then).flatMap((name) => {
        const here = `${path}.${name}`;
        const [before, after] = [then[name], now[name]];
        if (before === undefined || after === undefined)
          return [`${here} is gone: receivers of before rely on it`];
        if (isRequired(older, name) && !isRequired(newer, name))
          return [`${here} may be missing: receivers of before rely on it`];
        return payloadBreaks(before, after, here);
      }),
      ...Object.keys(now)
        .filter((name) => isRequired(newer, name) && !isRequired(older, name))
        .map(
          (name) => `${path}.${name} is required: events of before, which are kept and replayed, have none`,
        ),
    ];
  }
  const [oneOf, otherOf] = [older.anyOf, newer.anyOf];
  if (oneOf && otherOf && oneOf.length === otherOf.length)
    return oneOf.flatMap((each, at) => payloadBreaks(each, otherOf[at] ?? {}, path));
  if (older.items && newer.items) return payloadBreaks(older.items, newer.items, `${path}[]`);
  const [before, after] = [older, newer].map((each) => JSON.stringify(withoutWords(each)));
  if (before === after) return [];
  return [`${path} is not what it was: ${after} instead of ${before}`];
}

/**
 * What one version would publish and the other not understand, in either direction: both run side by side while one
 * replaces the other, and events of before are replayed. Fields may be added that need not be there; everything else is a new event.
 */
export function eventBreaks(older: ReleaseContent['events'], newer: ReleaseContent['events']): string[] {
  return Object.entries(older).flatMap(([name, payload]) => {
    const now = newer[name];
    if (now === undefined) return [`${name} is gone: receivers of before wait for it`];
    return payloadBreaks(payload as JsonSchema, now as JsonSchema, name);
  });
}

/** Released migrations that are gone, changed, or no longer the first ones: databases in use have run them as they were. */
export function historyBreaks(
  older: ReleaseContent['migrations'],
  newer: ReleaseContent['migrations'],
): string[] {
  return Object.entries(older).flatMap(([service, released]) =>
    released.flatMap(({ name, sha256 }, at) => {
      const now = newer[service]?.[at];
      if (now?.name !== name)
        return [`${service}: ${name} is not where it was, but ${now?.name ?? 'nothing'}`];
      return now.sha256 === sha256 ? [] : [`${service}: ${name} was changed after its release`];
    }),
  );
}
