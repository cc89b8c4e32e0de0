interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: {
    key: string;
    operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    values?: string[];
  }[];
}

/** Who is no pod, and has no address that a NetworkPolicy could name. */
type Entity = 'host' | 'ingress' | 'kube-apiserver' | 'remote-node' | 'world';

interface Ports {
  /** Numbers are texts here too; a name is that of the receiver. */
  ports: { port: string; endPort?: number; protocol: 'TCP' | 'UDP' }[];
}

/** `CiliumNetworkPolicy` as far as entities and ports need it: everything else NetworkPolicies say. */
export interface ICiliumNetworkPolicy {
  apiVersion: 'cilium.io/v2';
  kind: 'CiliumNetworkPolicy';
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: {
    endpointSelector: Selector;
    ingress?: { fromEntities: Entity[]; toPorts: Ports[] }[];
    egress?: { toEntities: Entity[]; toPorts: Ports[] }[];
  };
}
