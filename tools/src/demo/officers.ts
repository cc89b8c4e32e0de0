import type { Role } from '@dang/access/role';
import { demoId } from './demo-id.ts';
import type { DemoMember } from './people.ts';
import { members, membersIn } from './people.ts';
import type { DemoPosition } from './personas.ts';
import { committeeUnits, memberUnits, unitId } from './province.ts';

/** A position with its holder. */
export type Held = DemoPosition & { holder: DemoMember };

type Post = { role: Role; title: string };

const branchPosts: Post[] = [
  { role: 'BRANCH_SECRETARY', title: 'Bí thư chi bộ' },
  { role: 'BRANCH_DEPUTY_SECRETARY', title: 'Phó Bí thư chi bộ' },
];

function committeePosts(type: string): Post[] {
  const committee =
    type === 'PROVINCE' ? 'Thành ủy' : type === 'SUB_COMMITTEE' ? 'Đảng ủy bộ phận' : 'Đảng ủy';
  return [
    { role: 'COMMITTEE_SECRETARY', title: `Bí thư ${committee}` },
    { role: 'COMMITTEE_DEPUTY_SECRETARY', title: `Phó Bí thư ${committee}` },
  ];
}

const held: Held[] = members.flatMap((holder) =>
  holder.positions.map((position) => ({ ...position, holder })),
);
const busy = new Set(held.map(({ holder }) => holder.id));

/** An experienced member of these who holds no position yet. */
function free(candidates: readonly DemoMember[]): DemoMember {
  const fit = candidates.find(
    (one) =>
      !busy.has(one.id) &&
      one.persona === null &&
      one.hasAccount &&
      one.officialDate !== null &&
      one.joinDate < '2015',
  );
  if (!fit) throw new Error('The demo province has a unit with nobody fit to lead it');
  busy.add(fit.id);
  return fit;
}

function fill(unitCode: string, post: Post, candidates: readonly DemoMember[]): void {
  if (held.some((position) => position.unitCode === unitCode && position.role === post.role)) return;
  const id = demoId(`position:${unitCode}:${post.role}`);
  held.push({ id, ...post, unitCode, unitId: unitId(unitCode), holder: free(candidates) });
}

for (const { code } of memberUnits) for (const post of branchPosts) fill(code, post, membersIn(code));
for (const { code, type } of committeeUnits) {
  const place = code === '05' ? '05.300' : code;
  const below = members.filter(({ branchCode }) => branchCode?.startsWith(`${place}.`));
  for (const post of committeePosts(type)) fill(code, post, below);
}

/** Every position of the demo province: a secretary and a deputy for each unit, and what the personas hold. */
export const positions: readonly Held[] = held;

/** The secretary of every unit of Hà Nội. */
export const secretaries = (): Held[] =>
  positions.filter(({ role }) => role === 'BRANCH_SECRETARY' || role === 'COMMITTEE_SECRETARY');

/** Who leads the unit as its secretary. */
export function secretaryOf(unitCode: string): Held {
  const secretary = secretaries().find((position) => position.unitCode === unitCode);
  if (!secretary) throw new Error(`Nobody is secretary of ${unitCode}`);
  return secretary;
}
