interface Variable {
  readonly name: string;
  readonly value?: string;
}

interface Container {
  readonly env?: readonly Variable[];
  readonly envFrom?: readonly unknown[];
}

/** As much of a Deployment as a task is made of. */
interface Deployment {
  readonly kind: 'Deployment';
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: {
    readonly template: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: { readonly containers: readonly [Container] };
    };
  };
}

const isDeployment = (json: unknown): json is Deployment => {
  const { kind, spec } = (json ?? {}) as Partial<Deployment>;
  return kind === 'Deployment' && spec?.template?.spec?.containers?.length === 1;
};

/** What `kubectl get deploy/… -o json` writes: one Deployment, or a list of several. @throws for anything else */
export function deploymentsIn(json: unknown): Deployment[] {
  const { kind, items } = (json ?? {}) as { kind?: string; items?: unknown[] };
  const all = kind === 'List' ? (items ?? []) : [json];
  if (all.length > 0 && all.every(isDeployment)) return all;
  throw new Error('What comes in is not what `kubectl get deploy/<name> -o json` writes');
}

const ofItself = ['startupProbe', 'livenessProbe', 'readinessProbe', 'lifecycle', 'ports'];
const ofAService = ['topologySpreadConstraints', 'affinity'];
const without = (object: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/**
 * The variables of several services in one process: the first service's stand as they are; of the others only what is new. A
 * password that they call by one name gets the service's name behind it, and so does whatever is composed of it.
 */
function together(services: readonly (readonly Variable[])[]): Variable[] {
  const all = new Map<string, Variable>();
  services.forEach((variables, index) => {
    const renamed = new Map<string, string>();
    for (const each of variables) {
      const known = all.get(each.name);
      if (known && each.value === undefined && JSON.stringify(known) !== JSON.stringify(each)) {
        const name = `${each.name}_${index}`;
        renamed.set(each.name, name);
        all.set(name, { ...each, name });
      } else if (!known) {
        const value = each.value?.replaceAll(/\$\((\w+)\)/g, (_, name) => `$(${renamed.get(name) ?? name})`);
        all.set(each.name, value === undefined ? each : { ...each, value });
      }
    }
  });
  return [...all.values()];
}

/**
 * A Job that runs one of the tools of the image once, with image, variables, secrets, network rights and limits of a service's own
 * process; of several Deployments given, with the databases of all of them. It is not tried again, and goes an hour after its end.
 */
export function jobOf(deployments: readonly Deployment[], name: string, command: readonly string[]): object {
  const [first] = deployments;
  if (!first) throw new Error('a task needs a Deployment to be like');
  const { metadata, spec } = first.spec.template;
  const containers = deployments.map((each) => each.spec.template.spec.containers[0]);
  // by this one budgets of the service leave it out: they cannot count pods of a Job, and would let no node be drained
  const labels = { ...metadata.labels, 'dang.vn/task': name };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { generateName: `${name}-`, namespace: first.metadata.namespace, labels },
    spec: {
      backoffLimit: 0,
      ttlSecondsAfterFinished: 3600,
      template: {
        metadata: { labels },
        spec: {
          ...without(spec, ofAService),
          restartPolicy: 'Never',
          containers: [
            {
              ...without(containers[0] ?? {}, ofItself),
              command,
              env: together(containers.map(({ env = [] }) => env)),
              envFrom: containers.flatMap(({ envFrom = [] }) => envFrom),
            },
          ],
        },
      },
    },
  };
}
