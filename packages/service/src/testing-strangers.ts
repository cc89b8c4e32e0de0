import type { Actor } from '@dang/access/actor';
import { requirementsOf } from '@dang/access/directive';
import { isPermission } from '@dang/access/permission';
import { permissionsOf, type Role, roles } from '@dang/access/role';
import type { GraphQLSchema } from 'graphql';
import { type TestAnswer, testActor } from './testing.ts';
import { askingFor } from './testing-documents.ts';

/** Somebody at a door, and what they must get: an error of this code, nothing at all, or anything but a fault. */
interface Stranger {
  readonly who: string;
  readonly actor: Actor | null;
  readonly gets: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOTHING' | 'AN_ANSWER';
}

/** A root field, what it demands, and who stands before it. */
export interface Door {
  readonly door: string;
  readonly strangers: readonly Stranger[];
}

/** People whom the service must know so that a door that is open to them can work. */
export interface Acquaintances {
  readonly applicant?: Actor;
  readonly member?: Actor;
  /** Doors with a permission behind which there is something for every holder of it, such as a list of kinds. */
  readonly common?: readonly string[];
}

type Executes = {
  execute(document: string, variables: Record<string, unknown>, actor: Actor | null): Promise<TestAnswer>;
};

/**
 * The strangers of every root field of a service, made from its schema, so that a new field is tested before anybody thinks of
 * it: nobody, an applicant, a plain member, a locked officer, and for every role that holds the permission an
 * officer of a unit that nobody knows, who asks with ids that are nobody's.
 */
export function strangersOf(schema: GraphQLSchema, known: Acquaintances = {}): Door[] {
  const applicant = known.applicant ?? testActor({ memberId: null, accountStatus: 'DRAFT' });
  const member = known.member ?? testActor();
  return [...requirementsOf(schema)].map(([door, demands]) => {
    const isPublic = demands.includes('PUBLIC');
    const isOpen = isPublic || demands.includes('SIGNED_IN');
    const holders = roles.filter((role) => holds(role, demands));
    const isMembers = holders.includes('MEMBER');
    const officers = holders.filter((role) => role !== 'MEMBER');
    const far = isMembers || known.common?.includes(door) ? 'AN_ANSWER' : 'NOTHING';
    const locked = testActor({ role: officers[0] ?? 'BRANCH_SECRETARY', accountStatus: 'LOCKED' });
    return {
      door,
      strangers: [
        { who: 'nobody', actor: null, gets: isPublic ? 'AN_ANSWER' : 'UNAUTHENTICATED' },
        { who: 'an applicant', actor: applicant, gets: isOpen ? 'AN_ANSWER' : 'FORBIDDEN' },
        { who: 'a plain member', actor: member, gets: isOpen || isMembers ? 'AN_ANSWER' : 'FORBIDDEN' },
        ...(isOpen ? [] : [{ who: 'a locked officer', actor: locked, gets: 'FORBIDDEN' } as const]),
        ...officers.map(
          (role): Stranger => ({ who: `a far ${role}`, actor: testActor({ role }), gets: far }),
        ),
      ],
    };
  });
}

const holds = (role: Role, demands: readonly string[]): boolean =>
  demands.some((demand) => isPermission(demand) && permissionsOf(role).has(demand));

/**
 * Lets every stranger knock at one door, and answers a sentence for each who got something else than they must: it must be
 * empty. An internal error is wrong for everybody.
 */
export async function knock(subgraph: Executes, schema: GraphQLSchema, door: Door): Promise<string[]> {
  const faults: string[] = [];
  for (const stranger of door.strangers) {
    const asking = askingFor(schema, door.door);
    const answer = await subgraph.execute(asking.document, asking.variables, stranger.actor);
    const fault = faultIn(answer, stranger.gets, JSON.stringify(asking.variables));
    if (fault) faults.push(`${stranger.who} gets ${fault}, asking with ${JSON.stringify(asking.variables)}`);
  }
  return faults;
}

function faultIn({ data, errors, faults }: TestAnswer, gets: Stranger['gets'], sent: string): string | null {
  const [error] = errors ?? [];
  const code = error?.extensions?.code as string | undefined;
  const value = Object.values(data ?? {})[0] ?? null;
  if (errors?.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR'))
    return `a fault: ${faults?.join('\n') ?? error?.message}`;
  if (errors?.some(({ extensions }) => extensions?.code === 'GRAPHQL_VALIDATION_FAILED'))
    return `the schema takes other input: ${error?.message}`;
  if (gets === 'AN_ANSWER') return null;
  if (gets !== 'NOTHING') {
    if (code !== gets) return `${code ?? 'no error'} instead of ${gets}`;
    return value === null ? null : 'data beside the refusal';
  }
  if (code === 'FORBIDDEN' || code === 'BAD_USER_INPUT') return null;
  if (error) return `${code}: ${error.message}`;
  return holdsSomething(value, sent) ? `something: ${JSON.stringify(value).slice(0, 200)}` : null;
}

/** Is there anything in the answer but nulls, empty lists, refusals, the frame of a page, and what was sent? */
function holdsSomething(value: unknown, sent: string): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.some((part) => holdsSomething(part, sent));
  if (typeof value !== 'object') return !sent.includes(JSON.stringify(value));
  return Object.entries(value).some(
    ([name, part]) => !['refusal', 'pageInfo', 'totalCount'].includes(name) && holdsSomething(part, sent),
  );
}
