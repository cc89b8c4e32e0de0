import { spawn } from 'node:child_process';
import { parseAllDocuments } from 'yaml';
import type { ClusterObject } from './object.ts';

const MISSING =
  'kubectl is not on this machine: install it (Debian: apt-get install kubernetes-client; or kubectl 1.27 or newer from kubernetes.io), `kubectl kustomize` renders the overlays';

/** What `kubectl kustomize <folder>` prints. `kubectl` is another program for tests. @throws with what it says on standard error */
export function kustomize(folder: string, kubectl = 'kubectl'): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(kubectl, ['kustomize', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaint += chunk;
    });
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new Error(MISSING) : error),
    );
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${folder} cannot be rendered: ${complaint.trim()}`));
    });
  });
}

/** The objects of rendered YAML, in its order. @throws on YAML that is not whole */
export const objectsIn = (yaml: string): ClusterObject[] =>
  parseAllDocuments(yaml).flatMap((document) => {
    const [fault] = document.errors ?? [];
    if (fault) throw fault;
    const object = document.toJS() as ClusterObject | null;
    return object === null ? [] : [object];
  });

/** The objects of a kustomization. */
export const render = async (folder: string): Promise<ClusterObject[]> => objectsIn(await kustomize(folder));

/** Each of these, two at a time, in their order. */
export async function twoAtATime<Input, Output>(
  inputs: readonly Input[],
  work: (input: Input) => Promise<Output>,
): Promise<Output[]> {
  const outputs: Output[] = [];
  let next = 0;
  const worker = async () => {
    while (next < inputs.length) {
      const index = next;
      next += 1;
      outputs[index] = await work(inputs[index] as Input);
    }
  };
  await Promise.all([worker(), worker()]);
  return outputs;
}
