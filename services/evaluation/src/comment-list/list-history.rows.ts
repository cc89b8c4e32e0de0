import type { Actor } from '@dang/access/actor';
import { labelsOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { commentListWorkflow } from './comment-list.workflow.ts';

/** What is kept of a step. */
export interface ListStep {
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly reason?: string | null;
}

/** Writes one line of a list's history. */
export async function addListStep(em: SqlEntityManager, listId: string, step: ListStep): Promise<void> {
  const { action, fromState, toState, at, actor, reason = null } = step;
  await em.execute(
    `insert into comment_list_history (list_id, at, action, from_state, to_state, by_name, by_title, unit_id, reason)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      listId,
      at,
      action,
      fromState,
      toState,
      actor.name,
      actor.capacity?.title ?? null,
      actor.capacity?.unitId ?? null,
      reason,
    ],
  );
}

/** The words of each step of a list. */
export const listLabels = labelsOf(commentListWorkflow, ['CREATE', 'Lập danh sách']);
