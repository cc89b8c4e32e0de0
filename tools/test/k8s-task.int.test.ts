import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { arrowFaults } from '../src/k8s/arrows.ts';
import { type ClusterObject, nameOf, ofKind, selects } from '../src/k8s/object.ts';
import { render } from '../src/k8s/render.ts';
import { root } from '../src/launcher/running.ts';
import { deploymentsIn, jobOf } from '../src/task/job-of.ts';

let base: ClusterObject[];
beforeAll(async () => {
  base = await render(join(root, 'k8s/base'));
});

test.each(['fees-worker', 'fees-api'])(
  'a task like %s reaches what it does, and keeps no node from being drained',
  (name) => {
    const like = base.find((object) => nameOf(object) === `Deployment ${name}`);
    const job = jobOf(deploymentsIn(like), 'task-events', ['node', 'tools/src/events.ts']) as ClusterObject;
    const named = { ...job, metadata: { ...job.metadata, name: 'task-events-x' } };
    const { labels } = job.spec.template.metadata;
    const budgets = ofKind(base, 'PodDisruptionBudget').filter(({ spec }) => selects(spec.selector, labels));
    expect(budgets.map(nameOf)).toEqual([]);
    // it has no ports, so nobody is let in to them; the way out is that of the service
    const ways = arrowFaults([...base, named]).filter((fault) => !fault.includes('lets it in'));
    expect(ways).toEqual([]);
  },
);

test('a task without its label would be seen', () => {
  const like = base.find((object) => nameOf(object) === 'Deployment fees-worker');
  const { labels } = (like as ClusterObject).spec.template.metadata;
  const budgets = ofKind(base, 'PodDisruptionBudget').filter(({ spec }) => selects(spec.selector, labels));
  expect(budgets.map(nameOf)).toEqual(['PodDisruptionBudget fees-worker']);
});
