import { describe, expect, test } from '@jest/globals';
import { deploymentsIn, jobOf } from './job-of.ts';

const worker = (name: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: `${name}-worker`, namespace: 'dang-hanoi' },
  spec: {
    replicas: 2,
    template: {
      metadata: { labels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': 'worker' } },
      spec: {
        serviceAccountName: `${name}-worker`,
        topologySpreadConstraints: [{ maxSkew: 1 }],
        containers: [
          {
            name: 'service',
            image: 'dang-procedures:1',
            command: ['node', `services/${name}/src/main.ts`],
            env: [
              {
                name: 'DATABASE_PASSWORD',
                valueFrom: { secretKeyRef: { name: `${name}-database`, key: 'password' } },
              },
              {
                name: `DATABASE_URL_${name.toUpperCase()}`,
                value: `postgres://${name}:$(DATABASE_PASSWORD)@db/${name}`,
              },
              { name: 'ROLE', value: 'worker' },
            ],
            envFrom: [{ configMapRef: { name } }],
            livenessProbe: { httpGet: { path: '/livez', port: 'monitor' } },
            ports: [{ name: 'monitor', containerPort: 9464 }],
            securityContext: { readOnlyRootFilesystem: true },
          },
        ],
      },
    },
  },
});

// biome-ignore lint/suspicious/noExplicitAny: a manifest is read by the shape it is written in
const read = (job: object): any => job;

describe('a task in a province', () => {
  test('runs the tool once as the process of a service runs, without its probes', () => {
    const job = read(
      jobOf(deploymentsIn(worker('fees')), 'task-verify', ['node', 'tools/src/verify.ts', 'ledger']),
    );
    expect(job).toMatchObject({
      kind: 'Job',
      metadata: { generateName: 'task-verify-', namespace: 'dang-hanoi' },
    });
    expect(job.spec).toMatchObject({
      backoffLimit: 0,
      template: { metadata: { labels: { 'app.kubernetes.io/component': 'worker' } } },
    });
    const { containers, ...pod } = job.spec.template.spec;
    expect(pod).toEqual({ serviceAccountName: 'fees-worker', restartPolicy: 'Never' });
    expect(containers).toHaveLength(1);
    expect(containers[0]).toMatchObject({
      image: 'dang-procedures:1',
      command: ['node', 'tools/src/verify.ts', 'ledger'],
      securityContext: { readOnlyRootFilesystem: true },
    });
    expect(containers[0]).not.toHaveProperty('livenessProbe');
    expect(containers[0]).not.toHaveProperty('ports');
  });

  test('has the database of each service, by its own password', () => {
    const list = { kind: 'List', items: [worker('fees'), worker('transfers')] };
    const { env, envFrom } = read(jobOf(deploymentsIn(list), 'task', ['node'])).spec.template.spec
      .containers[0];
    const passwordOf = (url: string): string => {
      const { value } = env.find(({ name }: { name: string }) => name === url);
      const [, name] = /\$\((\w+)\)/.exec(value) ?? [];
      return env.find((each: { name: string }) => each.name === name).valueFrom.secretKeyRef.name;
    };
    expect(passwordOf('DATABASE_URL_FEES')).toBe('fees-database');
    expect(passwordOf('DATABASE_URL_TRANSFERS')).toBe('transfers-database');
    expect(env.filter(({ name }: { name: string }) => name === 'ROLE')).toHaveLength(1);
    expect(envFrom).toEqual([{ configMapRef: { name: 'fees' } }, { configMapRef: { name: 'transfers' } }]);
  });

  test('what is no Deployment is refused', () => {
    expect(() => deploymentsIn({ kind: 'Pod' })).toThrow();
    expect(() => deploymentsIn(null)).toThrow();
    expect(() => deploymentsIn({ kind: 'List', items: [] })).toThrow();
  });
});
