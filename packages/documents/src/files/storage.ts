import { fileURLToPath } from 'node:url';
import type { ServiceEnvironment } from '@dang/service/environment';
import type { FileEnvironment } from './file-environment.ts';
import { fileStorage } from './file-storage.ts';
import { s3Storage } from './s3-storage.ts';
import type { FileStorage } from './storage.port.ts';

type Owner = Pick<ServiceEnvironment, 'PROVINCE_CODE' | 'SERVICE'>;
type Place = Owner & Pick<FileEnvironment, 'STORAGE_URL' | 'STORAGE_ACCESS_KEY' | 'STORAGE_SECRET_KEY'>;

const opened = new Map<string, FileStorage>();

function open(place: Place): FileStorage {
  const url = new URL(place.STORAGE_URL);
  const own = `${place.PROVINCE_CODE}/${place.SERVICE}/`;
  if (url.protocol === 'file:') return fileStorage(`${fileURLToPath(url)}/${own}`);
  const within = url.pathname.replace(/^\/|\/$/g, '');
  return s3Storage({
    bucket: url.hostname,
    prefix: within === '' ? own : `${within}/${own}`,
    endpoint: url.searchParams.get('endpoint') ?? undefined,
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKey: place.STORAGE_ACCESS_KEY,
    secretKey: place.STORAGE_SECRET_KEY,
  });
}

/**
 * Where this service keeps the bytes of its files. Each province and service has a part of its own of `STORAGE_URL`: what one
 * sweeps away as nobody's is never another's.
 */
export function storageOf(environment: Owner): FileStorage {
  const place = environment as Place;
  const name = [place.STORAGE_URL, place.STORAGE_ACCESS_KEY, place.PROVINCE_CODE, place.SERVICE].join(' ');
  let storage = opened.get(name);
  if (!storage) {
    storage = open(place);
    opened.set(name, storage);
  }
  return storage;
}
