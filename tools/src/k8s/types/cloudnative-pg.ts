import type { ICluster as PublishedCluster } from '@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1/Cluster';
import type { IDatabase as PublishedDatabase } from '@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1/Database';
import type { IScheduledBackup as PublishedScheduledBackup } from '@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1/ScheduledBackup';

// The published types of CloudNativePG know its fields, but take any text where the operator takes one of a few words.

type Ensure = 'present' | 'absent';

export type ICluster = PublishedCluster & {
  spec: {
    primaryUpdateMethod?: 'restart' | 'switchover';
    primaryUpdateStrategy?: 'unsupervised' | 'supervised';
    affinity?: { podAntiAffinityType?: 'preferred' | 'required' };
    postgresql?: {
      synchronous?: { method: 'any' | 'first'; dataDurability?: 'required' | 'preferred' };
    };
    managed?: { roles?: { ensure?: Ensure }[] };
    backup?: { target?: 'primary' | 'prefer-standby' };
  };
};

export type IDatabase = PublishedDatabase & {
  spec: {
    ensure?: Ensure;
    databaseReclaimPolicy?: 'delete' | 'retain';
    extensions?: { ensure?: Ensure }[];
  };
};

export type IScheduledBackup = PublishedScheduledBackup & {
  spec: {
    method?: 'barmanObjectStore' | 'volumeSnapshot' | 'plugin';
    target?: 'primary' | 'prefer-standby';
    backupOwnerReference?: 'none' | 'self' | 'cluster';
  };
};
