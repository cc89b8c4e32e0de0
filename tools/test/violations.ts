import type { Part } from '../src/k8s/object.ts';

/** What is wrong, in which object of the toy province, how it gets there, and what must then be said. */
export type Planting = [what: string, name: string, change: (object: Part) => void, said: RegExp];

const API = 'Deployment evaluation-api';
const podOf = (object: Part) => object.spec.template.spec;
const containerOf = (object: Part) => podOf(object).containers[0];

/** A change of the pods of the toy's Deployment. */
const inPod = (what: string, said: RegExp, change: (pod: Part) => void): Planting => [
  what,
  API,
  (object) => change(podOf(object)),
  said,
];
const inContainer = (what: string, said: RegExp, change: (container: Part) => void): Planting => [
  what,
  API,
  (object) => change(containerOf(object)),
  said,
];

/** Every rule, broken once or more. */
export const plantings: Planting[] = [
  inContainer('the tag latest', /dang-procedures:latest names no version/, (container) => {
    container.image = 'dang-procedures:latest';
  }),
  inContainer('an image without a tag, of a registry with a port', /names no version/, (container) => {
    container.image = 'registry.example:5000/dang-procedures';
  }),
  inContainer('no limit of memory', /has no limit of memory/, ({ resources }) => {
    delete resources.limits.memory;
  }),
  inContainer('no request of memory', /requests no memory/, ({ resources }) => {
    delete resources.requests.memory;
  }),
  inContainer('no request of processor time', /requests no processor time/, ({ resources }) => {
    delete resources.requests.cpu;
  }),
  inContainer('no startup probe', /has no startupProbe/, (container) => {
    delete container.startupProbe;
  }),
  inContainer('no liveness probe', /has no livenessProbe/, (container) => {
    delete container.livenessProbe;
  }),
  inContainer('no readiness probe', /has no readinessProbe/, (container) => {
    delete container.readinessProbe;
  }),
  inContainer('a probe at a port that is not there', /probed at the port monitors/, ({ readinessProbe }) => {
    readinessProbe.httpGet.port = 'monitors';
  }),
  inContainer('a root file system that may be written', /may write its root/, ({ securityContext }) => {
    securityContext.readOnlyRootFilesystem = false;
  }),
  inContainer('escalation of privileges', /may escalate/, ({ securityContext }) => {
    delete securityContext.allowPrivilegeEscalation;
  }),
  inContainer('capabilities kept', /keeps capabilities/, ({ securityContext }) => {
    securityContext.capabilities.drop = ['NET_RAW'];
  }),
  inContainer('a capability added', /adds capabilities/, ({ securityContext }) => {
    securityContext.capabilities.add = ['SYS_PTRACE'];
  }),
  inContainer('a privileged container', /is privileged/, ({ securityContext }) => {
    securityContext.privileged = true;
  }),
  inContainer('a container that runs as root', /runs evaluation as root/, ({ securityContext }) => {
    securityContext.runAsUser = 0;
  }),
  inPod('a pod that may run as root', /may run as root/, (pod) => {
    delete pod.securityContext.runAsNonRoot;
  }),
  inPod('no seccomp profile', /has no seccomp profile/, (pod) => {
    delete pod.securityContext.seccompProfile;
  }),
  inPod('the token of the service account', /is handed the token/, (pod) => {
    pod.automountServiceAccountToken = true;
  }),
  inPod('the service account of everybody', /no service account of its own/, (pod) => {
    delete pod.serviceAccountName;
  }),
  inPod('a service account that is not there', /ServiceAccount nobody, which is not there/, (pod) => {
    pod.serviceAccountName = 'nobody';
  }),
  inPod('the network of the host', /shares a namespace of its host/, (pod) => {
    pod.hostNetwork = true;
  }),
  inPod('a folder of the host', /mounts a hostPath/, (pod) => {
    pod.volumes.push({ name: 'host', hostPath: { path: '/' } });
  }),
  inPod('pods in one zone', /is not spread over zones/, (pod) => {
    delete pod.topologySpreadConstraints;
  }),
  inPod('a spread that counts nodes which take no pods', /waits for nodes that take no pods/, (pod) => {
    pod.topologySpreadConstraints.push({
      ...pod.topologySpreadConstraints[0],
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'DoNotSchedule',
    });
  }),
  inPod('other pods spread over zones', /is not spread over zones/, (pod) => {
    pod.topologySpreadConstraints[0].labelSelector.matchLabels = { 'app.kubernetes.io/name': 'fees' };
  }),
  [
    'a rollout that gives up a pod',
    API,
    ({ spec }) => {
      spec.strategy.rollingUpdate.maxUnavailable = 1;
    },
    /gives up pods/,
  ],
  [
    'replicas of what is scaled',
    API,
    ({ spec }) => {
      spec.replicas = 2;
    },
    /every rollout would set it back/,
  ],
  [
    'a budget that selects other pods',
    'PodDisruptionBudget evaluation-api',
    ({ spec }) => {
      spec.selector.matchLabels['app.kubernetes.io/component'] = 'worker';
    },
    /Deployment evaluation-api has no PodDisruptionBudget/,
  ],
  [
    'a budget that selects nothing',
    'PodDisruptionBudget evaluation-api',
    ({ spec }) => {
      spec.selector.matchLabels['app.kubernetes.io/component'] = 'worker';
    },
    /PodDisruptionBudget evaluation-api selects no pod/,
  ],
  [
    'a budget that blocks every drain',
    'PodDisruptionBudget evaluation-api',
    ({ spec }) => {
      spec.minAvailable = 2;
    },
    /is never evicted/,
  ],
  [
    'an autoscaler of something else',
    'HorizontalPodAutoscaler evaluation-api',
    ({ spec }) => {
      spec.scaleTargetRef.name = 'evaluation';
    },
    /scales Deployment evaluation, which is not there/,
  ],
  [
    'an api that nothing scales',
    'HorizontalPodAutoscaler evaluation-api',
    ({ spec }) => {
      spec.scaleTargetRef.name = 'evaluation';
    },
    /Deployment evaluation-api is not scaled by anything/,
  ],
  [
    'one pod only',
    'HorizontalPodAutoscaler evaluation-api',
    ({ spec }) => {
      spec.minReplicas = 1;
    },
    /fewer than two pods/,
  ],
  [
    'a namespace without pod security',
    'Namespace dang-toy',
    ({ metadata }) => {
      metadata.labels = { 'pod-security.kubernetes.io/enforce': 'baseline' };
    },
    /does not enforce the profile restricted/,
  ],
  [
    'an object in another namespace',
    'ConfigMap dang-province',
    ({ metadata }) => {
      metadata.namespace = 'default';
    },
    /ConfigMap dang-province is in default/,
  ],
  [
    'an object that is there twice',
    'ExternalSecret evaluation-outside',
    ({ metadata }) => {
      metadata.name = 'dang-keys';
    },
    /ExternalSecret dang-keys is there twice/,
  ],
  [
    'pods that do not say what they are',
    API,
    ({ spec }) => {
      delete spec.template.metadata.labels['app.kubernetes.io/part-of'];
    },
    /has pods without app.kubernetes.io\/part-of/,
  ],
  [
    'a Secret with its values',
    'ConfigMap dang-province',
    (object) => {
      object.kind = 'Secret';
    },
    /Secret dang-province carries its values/,
  ],
  [
    'a secret in a ConfigMap',
    'ConfigMap dang-province',
    ({ data }) => {
      data.BANK_SECRET = 'x';
    },
    /carries the secret BANK_SECRET/,
  ],
  [
    'a Service that selects nothing',
    'Service evaluation',
    ({ spec }) => {
      spec.selector['app.kubernetes.io/name'] = 'fees';
    },
    /Service evaluation selects no pod/,
  ],
  [
    'a Service to a port that is not there',
    'Service evaluation',
    ({ spec }) => {
      spec.ports[0].targetPort = 'doors';
    },
    /leads to the port doors, which no pod of it has/,
  ],
  [
    'a Deployment that selects other pods',
    API,
    ({ spec }) => {
      spec.selector.matchLabels['app.kubernetes.io/component'] = 'worker';
    },
    /selects the pods of nobody/,
  ],
  [
    'a ConfigMap that is not there',
    'ConfigMap dang-province',
    ({ metadata }) => {
      metadata.name = 'province';
    },
    /reads ConfigMap dang-province, which is not there/,
  ],
  [
    'a Secret that nothing makes',
    'ExternalSecret evaluation-database',
    ({ spec }) => {
      spec.target.name = 'fees-database';
    },
    /reads Secret evaluation-database, which nothing makes/,
  ],
  [
    'a key that a Secret does not hold',
    'ExternalSecret evaluation-database',
    ({ spec }) => {
      spec.data[0].secretKey = 'pass';
    },
    /reads the key password of Secret evaluation-database/,
  ],
  inPod('the key of an authority mounted', /with the key of an authority/, (pod) => {
    pod.volumes.push({ name: 'ca', secret: { secretName: 'postgres-ca' } });
  }),
];

const variable = (container: Part, name: string) => container.env.find((one: Part) => one.name === name);

/** What processes are told at start, wrongly. */
export const variablePlantings: Planting[] = [
  inContainer(
    'a variable that the process does not know',
    /is told SIGNING_URI, which evaluation/,
    ({ env }) => {
      env.push({ name: 'SIGNING_URI', value: 'https://signing.example' });
    },
  ),
  inContainer('a value that the schema refuses', /MIGRATIONS: Invalid/, (container) => {
    variable(container, 'MIGRATIONS').value = 'sometime';
  }),
  inContainer('a way out without TLS', /SIGNING_URL: must be https in production/, (container) => {
    variable(container, 'SIGNING_URL').value = 'http://signing.example';
  }),
  inContainer('a variable that nobody set or left', /is not told HOST/, (container) => {
    container.env = container.env.filter(({ name }: Part) => name !== 'HOST');
  }),
  [
    'a value of the province that the schema refuses',
    'ConfigMap dang-province',
    ({ data }) => {
      data.DOORS_URL = 'doors.example';
    },
    /DOORS_URL: Invalid URL/,
  ],
];
