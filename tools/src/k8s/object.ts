/** A part of a rendered object, of whatever shape: types are checked by the compiler (`strict-types.ts`), rules look up what they need. */
// biome-ignore lint/suspicious/noExplicitAny: what was rendered is unknown until the strict types have seen it
export type Part = any;

/** One rendered object of a cluster. */
export interface ClusterObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Part;
  readonly [field: string]: Part;
}

/** How a fault names an object: `Deployment fees-api`. */
export const nameOf = ({ kind, metadata }: ClusterObject): string => `${kind} ${metadata?.name}`;

export const ofKind = (objects: readonly ClusterObject[], ...kinds: string[]): ClusterObject[] =>
  objects.filter(({ kind }) => kinds.includes(kind));

/** What makes pods of a template. */
export const workloadKinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];

/** The template of the pods that this object makes, or undefined. */
export const podTemplateOf = ({ kind, spec }: ClusterObject): Part =>
  kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;

export const workloadsOf = (objects: readonly ClusterObject[]): ClusterObject[] =>
  ofKind(objects, ...workloadKinds);

/** The containers of a workload, those that run before the others first. */
export const containersOf = (workload: ClusterObject): Part[] => {
  const spec = podTemplateOf(workload)?.spec;
  return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
};

type Labels = Readonly<Record<string, string>>;

/** Whether a label selector (`matchLabels`, `matchExpressions`) selects these labels; an empty one selects everything, none nothing. */
export function selects(selector: Part, labels: Labels = {}): boolean {
  if (selector === undefined || selector === null) return false;
  const expressions: { key: string; operator: string; values?: string[] }[] = selector.matchExpressions ?? [];
  const equal = Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return (
    equal &&
    expressions.every(({ key, operator, values = [] }) => {
      const value = labels[key];
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'DoesNotExist') return value === undefined;
      if (operator === 'In') return value !== undefined && values.includes(value);
      return operator === 'NotIn' && (value === undefined || !values.includes(value));
    })
  );
}

/** A pod that the rendered objects will make: its labels, ports and who makes it. */
export interface Pod {
  readonly owner: string;
  readonly labels: Labels;
  readonly ports: readonly { name?: string; containerPort: number }[];
}

/** One pod for each workload, and those that operators make of their own objects: CloudNativePG of a cluster, cert-manager to prove whose a name is. */
export function podsOf(objects: readonly ClusterObject[]): Pod[] {
  const own = workloadsOf(objects).map((workload) => ({
    owner: nameOf(workload),
    labels: podTemplateOf(workload)?.metadata?.labels ?? {},
    ports: containersOf(workload).flatMap((container) => container.ports ?? []),
  }));
  const clusters = ofKind(objects, 'Cluster').map((cluster) => ({
    owner: nameOf(cluster),
    labels: {
      ...cluster.spec?.inheritedMetadata?.labels,
      'cnpg.io/cluster': cluster.metadata.name,
      'cnpg.io/podRole': 'instance',
    },
    ports: [
      { name: 'postgresql', containerPort: 5432 },
      { name: 'metrics', containerPort: 9187 },
      { name: 'status', containerPort: 8000 },
    ],
  }));
  const solvers = ofKind(objects, 'Certificate').map((certificate) => ({
    owner: nameOf(certificate),
    labels: { 'acme.cert-manager.io/http01-solver': 'true' },
    ports: [{ name: 'http', containerPort: 8089 }],
  }));
  return [...own, ...clusters, ...solvers];
}
