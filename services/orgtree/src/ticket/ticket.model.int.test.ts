import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unit } from '../../test/orgtree-stage.ts';
import { openReporting, people, type Subgraph } from '../../test/report-stage.ts';
import { onTicket, openTicket } from '../../test/ticket-stage.ts';
import { type TicketWorkflow, ticketWorkflow } from './ticket.workflow.ts';

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await openReporting('2026-07-06');
});
afterAll(() => subgraph.close());

const mutations: Record<string, string> = {
  TAKE: 'takeTicket',
  ANSWER: 'answerTicket',
  ESCALATE: 'escalateTicket',
  REPLY: 'replyToTicket',
  CLOSE: 'closeTicket',
  REOPEN: 'reopenTicket',
};

let ticketId = '';

/** Makes the facts of the step true: at the province there is no superior, and 8 days after its end nothing opens again. */
async function arrange({ facts }: WalkStep<TicketWorkflow>): Promise<void> {
  await subgraph
    .em()
    .execute(
      `update ticket set unit_id = ?, closed_on = case when status = 'CLOSED' then ?::date end where id = ?`,
      [
        facts.superiorExists === true ? unit.ward : unit.city,
        facts.reopenable === true ? '2026-06-29' : '2026-06-28',
        ticketId,
      ],
    );
}

async function apply(step: WalkStep<TicketWorkflow>): Promise<WalkOutcome<TicketWorkflow>> {
  await arrange(step);
  const [relation] = step.relations;
  const actor =
    relation === 'ASKER'
      ? people.binh
      : relation === 'AGENT'
        ? people.city
        : relation === 'READER'
          ? people.ward
          : people.otherWard;
  // a reader is one who handles where the ticket came from, and no longer where it lies
  if (relation === 'READER')
    await subgraph
      .em()
      .execute('update ticket set unit_id = ? where id = ?', [
        step.facts.superiorExists === true ? unit.otherWard : unit.city,
        ticketId,
      ]);
  if (relation === undefined)
    await subgraph
      .em()
      .execute('update ticket set unit_id = ? where id = ?', [
        step.facts.superiorExists === true ? unit.ward : unit.city,
        ticketId,
      ]);
  const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
  const words = step.action === 'ESCALATE' ? 'reason' : 'text';
  const more = step.action === 'TAKE' ? {} : { [words]: step.reason ?? '' };
  const answer = await onTicket(
    subgraph,
    mutations[step.action] ?? '',
    { ...actor, signedInAt },
    ticketId,
    more,
  );
  // a member is stopped at the door of what agents do, before anybody asks the table
  if (answer.refusal?.code === 'FORBIDDEN') return { refusal: 'ACTION_NOT_ALLOWED' };
  return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.ticket.status };
}

test('random walks through real requests agree with the table', async () => {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  for (let seed = 1; seed <= 12 && succeeded.size + visited.size < 6 + 4; seed += 1) {
    const walk = await randomWalk(ticketWorkflow, {
      seed,
      steps: 40,
      actors: [new Set(['ASKER']), new Set(['AGENT', 'READER']), new Set(['READER']), new Set<string>()],
      facts: { superiorExists: [true, true, 'NO_SUPERIOR'], reopenable: [true, 'REOPENING_PERIOD_OVER'] },
      async begin() {
        await subgraph.em().execute(`update ticket set status = 'CLOSED', closed_on = '2026-07-06'`);
        ticketId = (await openTicket(subgraph, people.binh)).id;
      },
      apply,
    });
    for (const action of walk.succeeded) succeeded.add(action);
    for (const state of walk.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual(['ANSWER', 'CLOSE', 'ESCALATE', 'REOPEN', 'REPLY', 'TAKE']);
  expect([...visited].sort()).toEqual(['ANSWERED', 'ASSIGNED', 'CLOSED', 'OPEN']);
});
