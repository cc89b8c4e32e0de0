import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const lockFile = join(import.meta.dirname, 'base-packages.json');
const FETCH_LIMIT_MS = 120_000;

/** A Debian package that the image stands on, at one version. */
interface BasePackage {
  readonly name: string;
  readonly version: string;
  /** Of the archive for amd64. */
  readonly sha256: string;
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const locked = (): BasePackage[] => JSON.parse(readFileSync(lockFile, 'utf8')) as BasePackage[];

async function fetchPackage(name: string, version: string, folder: string): Promise<string> {
  const file = join(folder, `${name}_${version.replaceAll(':', '%3a')}`);
  if (existsSync(file)) return file;
  const below = join(folder, `${name}.new`);
  rmSync(below, { recursive: true, force: true });
  mkdirSync(below, { recursive: true });
  await run('apt-get', ['-o', 'APT::Sandbox::User=root', 'download', `${name}=${version}`], {
    cwd: below,
    timeout: FETCH_LIMIT_MS,
  }).catch((error: Error) => {
    throw new Error(
      `Debian does not offer ${name} ${version} any more, or not from here: \`npm run image -- --update-base\` pins what it offers now.\n${error.message}`,
    );
  });
  await run('sh', ['-c', 'mv ./*.deb "$1"', 'sh', file], { cwd: below });
  rmSync(below, { recursive: true });
  return file;
}

/** Pins the versions that Debian offers now, with their hashes. Review the difference like that of a lockfile. */
export async function updateBase(cache: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const packages: BasePackage[] = [];
  for (const { name } of locked()) {
    const { stdout } = await run('apt-cache', ['policy', name]);
    const version = /Candidate: (\S+)/.exec(stdout)?.[1];
    if (!version) throw new Error(`apt knows no ${name} here`);
    packages.push({ name, version, sha256: sha256(await fetchPackage(name, version, cache)) });
  }
  writeFileSync(lockFile, `${JSON.stringify(packages, null, 2)}\n`);
}

/** Never read by Node, or only by people. */
const leftOut = [
  'usr/share/doc',
  'usr/share/lintian',
  'usr/share/locale',
  'usr/share/man',
  'usr/share/bug',
  'usr/share/gcc',
  'usr/share/gdb',
  'usr/share/zoneinfo/right',
  'usr/share/zoneinfo/posix',
  'usr/lib/x86_64-linux-gnu/gconv',
  'usr/lib/x86_64-linux-gnu/audit',
  'etc/dpkg',
  'etc/update-motd.d',
  'var',
  'root',
  'home',
  'usr/sbin',
  'usr/bin',
  'sbin',
  'bin',
  'boot',
  'media',
  'mnt',
  'srv',
  'opt',
];

/**
 * Makes the base of the image in `folder`: a few libraries of Debian at pinned versions, certificates, time zones and Node;
 * no shell, no package manager, no build tools. @throws when an archive is not the pinned one.
 */
export async function makeRootfs(folder: string, cache: string, node: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, version, sha256: expected } of locked()) {
    const archive = await fetchPackage(name, version, cache);
    if (sha256(archive) !== expected) {
      rmSync(archive);
      throw new Error(`${name} ${version} is not the archive that was pinned.`);
    }
    await run('dpkg-deb', ['-x', archive, folder]);
  }
  const certificates = join(folder, 'usr/share/ca-certificates');
  await run('sh', [
    '-c',
    'mkdir -p "$2/etc/ssl/certs" && find "$1" -name "*.crt" -exec cat {} + > "$2/etc/ssl/certs/ca-certificates.crt"',
    'sh',
    certificates,
    folder,
  ]);
  rmSync(certificates, { recursive: true });
  for (const path of leftOut) rmSync(join(folder, path), { recursive: true, force: true });
  mkdirSync(join(folder, 'usr/local/bin'), { recursive: true });
  const binary = join(folder, 'usr/local/bin/node');
  cpSync(node, binary, { dereference: true });
  await run('strip', ['--strip-unneeded', binary]);
  chmodSync(binary, 0o755);
  const passwd = 'root:x:0:0:root:/:/none\nnonroot:x:65532:65532:nonroot:/tmp:/none\n';
  writeFileSync(join(folder, 'etc/passwd'), passwd);
  writeFileSync(join(folder, 'etc/group'), 'root:x:0:\nnonroot:x:65532:\n');
  writeFileSync(join(folder, 'etc/nsswitch.conf'), 'hosts: files dns\n');
  for (const name of ['tmp', 'proc', 'dev', 'sys', 'app', 'etc'])
    mkdirSync(join(folder, name), { recursive: true });
  chmodSync(join(folder, 'tmp'), 0o1777);
  const zone = join(folder, 'etc/localtime');
  if (!existsSync(zone)) symlinkSync('/usr/share/zoneinfo/Asia/Ho_Chi_Minh', zone);
}
