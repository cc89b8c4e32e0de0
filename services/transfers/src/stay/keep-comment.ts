import type { Act } from '../dossier/acting.ts';

/** Keeps what the branch of the stay says of the member, in the name of who acts. A comment that is written again takes the place of the first. */
export async function keepStayComment({ em, actor, dossier, today }: Act, comment: string): Promise<void> {
  await em.execute(
    `update temporary_stay set comment = ?, commented_on = ?, commented_by_name = ?, commented_by_title = ? where dossier_id = ?`,
    [comment.trim(), today, actor.name, actor.capacity?.title ?? null, dossier.id],
  );
}
