import type { Actor } from '@dang/access/actor';
import { canSeeMember } from '@dang/reference/members';
import { type GraphContext, loaderOf } from '@dang/service/context';

/**
 * The member as a reference into the graph when this person may see them, else null, which reads as if they were not
 * there. All members asked about in one tick are one query.
 */
export async function visibleMember(
  context: GraphContext,
  viewer: Actor | null,
  memberId: string | null | undefined,
): Promise<{ id: string } | null> {
  if (!memberId || !viewer) return null;
  if (viewer.memberId === memberId) return { id: memberId };
  const loader = loaderOf<string, boolean>(context, `visible-member:${viewer.sessionId}`, async (ids) => {
    const visible = await canSeeMember(context.em, viewer, ids, 'MEMBER_READ');
    return ids.map((id) => visible.has(id));
  });
  return (await loader.load(memberId)) ? { id: memberId } : null;
}
