import { isPermission } from '@dang/access/permission';
import type {
  ConstDirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  InputObjectTypeDefinitionNode,
  InputValueDefinitionNode,
  ObjectTypeDefinitionNode,
  TypeDefinitionNode,
  TypeNode,
} from 'graphql';
import { print } from 'graphql';

const audiences = ['member', 'processing', 'admin', 'analyst'];
const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
const roots = ['Query', 'Mutation'];

/** Mutations that take nothing: there is nothing to say but that they happen. */
const withoutInput = new Set(['signOut', 'signOutEverywhere']);
/** Mutations without an idempotency key; each says in its description why it needs none. */
const withoutKey = new Set(['signIn', 'refreshSession', 'actAs']);

/** What means the same everywhere is said in the same words everywhere. */
const sameWords = new Set([
  'first',
  'after',
  'idempotencyKey',
  'expectedVersion',
  'version',
  'refusal',
  'edges',
  'pageInfo',
  'cursor',
  'history',
]);

/** Of these, the ones that mean it as an argument only. */
const inLists = new Set(['first', 'after']);

/** The types of ours: not those by which a supergraph says which service answers what. */
export const typesOf = (document: DocumentNode): TypeDefinitionNode[] =>
  document.definitions.filter(
    (one): one is TypeDefinitionNode =>
      one.kind.endsWith('TypeDefinition') && !/^(join|link)__/.test(nameOf(one)),
  );
const nameOf = (node: object): string => (node as { name: { value: string } }).name.value;
const namedType = (type: TypeNode): string =>
  type.kind === 'NamedType' ? type.name.value : namedType(type.type);
const objectsIn = (types: TypeDefinitionNode[]) =>
  types.filter((type): type is ObjectTypeDefinitionNode => type.kind === 'ObjectTypeDefinition');
const fieldsOf = (type: ObjectTypeDefinitionNode): readonly FieldDefinitionNode[] => type.fields ?? [];

function argumentsOf(directives: readonly ConstDirectiveNode[] | undefined, name: string): string[] {
  const found = directives?.filter((one) => nameOf(one) === name) ?? [];
  return found.flatMap(
    (one) => one.arguments?.map(({ value }) => ('value' in value ? String(value.value) : '')) ?? [],
  );
}
const tagsOf = (node: { directives?: readonly ConstDirectiveNode[] | undefined }): string[] =>
  argumentsOf(node.directives, 'tag');

type Part = { path: string; node: FieldDefinitionNode | InputValueDefinitionNode };

/** Every field, argument and input field, with where it stands. */
const partsOf = (types: TypeDefinitionNode[]): Part[] =>
  types.flatMap((owner): Part[] => {
    if (owner.kind === 'InputObjectTypeDefinition')
      return (owner.fields ?? []).map((node) => ({ path: `${nameOf(owner)}.${nameOf(node)}`, node }));
    if (owner.kind !== 'ObjectTypeDefinition') return [];
    return fieldsOf(owner).flatMap((node): Part[] => {
      const path = `${nameOf(owner)}.${nameOf(node)}`;
      const given = (node.arguments ?? []).map((one) => ({ path: `${path}(${nameOf(one)})`, node: one }));
      return [{ path, node }, ...given];
    });
  });

type Rule = (types: TypeDefinitionNode[]) => string[];

const described: Rule = (types) => {
  const parts: [string, { description?: unknown }][] = [
    ...types
      .filter((type) => !roots.includes(nameOf(type)))
      .map((type) => [nameOf(type), type] as [string, object]),
    ...partsOf(types).map(({ path, node }) => [path, node] as [string, object]),
    ...types.flatMap((type) =>
      type.kind === 'EnumTypeDefinition'
        ? (type.values ?? []).map((value) => [`${nameOf(type)}.${nameOf(value)}`, value] as [string, object])
        : [],
    ),
  ];
  return parts.filter(([, node]) => !node.description).map(([path]) => `${path} is not described`);
};

const labelled: Rule = (types) =>
  types.flatMap((type) =>
    type.kind !== 'EnumTypeDefinition'
      ? []
      : (type.values ?? [])
          .filter(({ description }) => !/^\p{Lu}[^—]* — .+\.$/su.test(description?.value ?? ''))
          .map((value) => `${nameOf(type)}.${nameOf(value)} does not begin with its label and “ — ”`),
  );

const tagged: Rule = (types) =>
  objectsIn(types).flatMap((type) => {
    const faults = fieldsOf(type).flatMap((field) => {
      const path = `${nameOf(type)}.${nameOf(field)}`;
      const all = [...tagsOf(type), ...tagsOf(field)];
      if (all.length === 0) return [`${path} is for no audience`];
      // A tag on a type is a tag on each of its fields: one more on a field would hide that it widens nothing.
      if (tagsOf(type).length > 0 && tagsOf(field).length > 0)
        return [`${path} is tagged, and so is its type`];
      return [];
    });
    return faults;
  });

const knownAudiences: Rule = (types) => {
  const nodes = [
    ...types.map((type) => [nameOf(type), type] as const),
    ...partsOf(types).map(({ path, node }) => [path, node] as const),
  ];
  return nodes.flatMap(([path, node]) =>
    tagsOf(node)
      .filter((tag) => !audiences.includes(tag))
      .map((tag) => `${path} is tagged ${tag}, which is no audience`),
  );
};

const accessStated: Rule = (types) =>
  objectsIn(types).flatMap((type) =>
    fieldsOf(type).flatMap((field) => {
      const path = `${nameOf(type)}.${nameOf(field)}`;
      const [permission] = argumentsOf(field.directives, 'access');
      if (permission === undefined) return roots.includes(nameOf(type)) ? [`${path} states no @access`] : [];
      const known = permission === 'PUBLIC' || permission === 'SIGNED_IN' || isPermission(permission);
      return known ? [] : [`${path} asks for ${permission}, which is no permission`];
    }),
  );

function faultsOfMutation(field: FieldDefinitionNode, types: TypeDefinitionNode[]): string[] {
  const name = nameOf(field);
  // bringing a file is one thing, whatever it is for
  const kind = /^prepare\w+Upload$/.test(name) ? 'prepareUpload' : name;
  const title = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  const faults: string[] = [];
  const given = (field.arguments ?? []).map((one) => `${nameOf(one)}: ${print(one.type)}`).join(', ');
  const wanted = withoutInput.has(name) ? '' : `input: ${title}Input!`;
  if (given !== wanted) faults.push(`Mutation.${name} takes (${given}), not (${wanted})`);
  if (print(field.type) !== `${title}Result!`)
    faults.push(`Mutation.${name} does not return ${title}Result!`);
  const result = objectsIn(types).find((type) => nameOf(type) === `${title}Result`);
  const refusal = result && fieldsOf(result).find((one) => nameOf(one) === 'refusal');
  if (!refusal || print(refusal.type) !== 'Refusal') faults.push(`${title}Result has no refusal`);
  const promised = result ? fieldsOf(result).filter((one) => one.type.kind === 'NonNullType') : [];
  for (const one of promised)
    faults.push(`${title}Result.${nameOf(one)} is promised, though the act may be refused`);
  const input = types.find((type): type is InputObjectTypeDefinitionNode => nameOf(type) === `${title}Input`);
  const key = input?.fields?.find((one) => nameOf(one) === 'idempotencyKey');
  const hasKey = key !== undefined && print(key.type) === 'String!';
  if (input && hasKey === withoutKey.has(name))
    faults.push(`${title}Input: idempotencyKey is ${hasKey ? 'there' : 'missing'}`);
  return faults;
}

const mutations: Rule = (types) =>
  objectsIn(types)
    .filter((type) => nameOf(type) === 'Mutation')
    .flatMap((type) => fieldsOf(type).flatMap((field) => faultsOfMutation(field, types)));

const pages: Rule = (types) =>
  objectsIn(types).flatMap((type) =>
    fieldsOf(type).flatMap((field) => {
      const path = `${nameOf(type)}.${nameOf(field)}`;
      const isPage = namedType(field.type).endsWith('Connection');
      const last = (field.arguments ?? [])
        .slice(-2)
        .map((one) => print({ ...one, description: undefined, directives: [] }));
      const asks = last.join(', ') === 'first: Int = 20, after: String';
      const speaksOfPages = (field.arguments ?? []).some((one) => ['first', 'after'].includes(nameOf(one)));
      if (isPage && !asks) return [`${path} does not end with (first: Int = 20, after: String)`];
      return speaksOfPages && !isPage ? [`${path} takes a page and answers no connection`] : [];
    }),
  );

const timesByName: Rule = (types) =>
  partsOf(types).flatMap(({ path, node }) => {
    const name = nameOf(node);
    const type = namedType(node.type);
    if (/[a-z](At)$/.test(name) && type !== 'DateTime') return [`${path} ends in At and is no DateTime`];
    if (/[a-z](On)$/.test(name) && type !== 'Date') return [`${path} ends in On and is no Date`];
    if (type === 'DateTime' && !/(^at|At)$/.test(name))
      return [`${path} is a DateTime and does not end in At`];
    return [];
  });

const oneWording: Rule = (types) => {
  const wordings = new Map<string, string>();
  return partsOf(types).flatMap(({ path, node }) => {
    const name = nameOf(node);
    // a field called `after` is no place in a list
    const isElse = inLists.has(name) && !path.endsWith(`(${name})`);
    if (!sameWords.has(name) || isElse || !node.description) return [];
    const words = wordings.get(name) ?? node.description.value;
    wordings.set(name, words);
    return words === node.description.value ? [] : [`${path} is described otherwise than the other ${name}`];
  });
};

/** A promise that a service breaks by being away takes along what the others have answered, so across services there is none. */
const separable: Rule = (types) =>
  objectsIn(types)
    .filter((type) => ['Query', 'Member', 'OrgUnit'].includes(nameOf(type)))
    .flatMap((type) =>
      fieldsOf(type)
        .filter((field) => field.type.kind === 'NonNullType' && nameOf(field) !== 'id')
        .map((field) => `${nameOf(type)}.${nameOf(field)} is promised, though its service may be away`),
    );

/** The schema of one audience holds together: nothing in it leads out of it, and nothing in it can not be reached. */
const audiencesWhole: Rule = (types) => audiences.flatMap((audience) => faultsOfAudience(audience, types));

function faultsOfAudience(audience: string, types: TypeDefinitionNode[]): string[] {
  const has = (node: { directives?: readonly ConstDirectiveNode[] | undefined }) =>
    tagsOf(node).includes(audience);
  const visible = (type: ObjectTypeDefinitionNode) =>
    fieldsOf(type).filter((field) => has(type) || has(field));
  const isThere = (type: TypeDefinitionNode) =>
    type.kind === 'ObjectTypeDefinition' ? visible(type).length > 0 : has(type);
  const shown = new Map(types.filter(isThere).map((type) => [nameOf(type), type]));
  const faults: string[] = [];
  const reached = new Set<string>();
  const visit = (name: string, from: string): void => {
    if (builtIn.has(name) || reached.has(name)) return;
    const type = shown.get(name);
    if (!type) {
      faults.push(`${audience}: ${from} leads to ${name}, which is not for this audience`);
      return;
    }
    reached.add(name);
    if (type.kind === 'InputObjectTypeDefinition')
      for (const field of type.fields ?? []) visit(namedType(field.type), `${name}.${nameOf(field)}`);
    if (type.kind !== 'ObjectTypeDefinition') return;
    for (const field of visible(type)) {
      for (const one of [field, ...(field.arguments ?? [])])
        visit(namedType(one.type), `${name}.${nameOf(field)}`);
    }
  };
  for (const root of roots) visit(root, 'the schema');
  const adrift = [...shown.keys()].filter((name) => !reached.has(name));
  return [...faults, ...adrift.map((name) => `${audience}: nothing leads to ${name}`)];
}

/** What the composed schema must keep, each rule as the list of what breaks it. */
export const schemaRules = {
  described,
  labelled,
  tagged,
  knownAudiences,
  accessStated,
  mutations,
  pages,
  separable,
  timesByName,
  oneWording,
  audiencesWhole,
};
