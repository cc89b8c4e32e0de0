/** A key in a Secret of the same namespace. */
interface SecretKey {
  name: string;
  key: string;
}

/** How much is compressed, encrypted and sent at once. */
interface Transfer {
  compression?: 'bzip2' | 'gzip' | 'lz4' | 'snappy' | 'xz' | 'zstd';
  encryption?: 'AES256' | 'aws:kms';
  maxParallel?: number;
  archiveAdditionalCommandArgs?: string[];
  restoreAdditionalCommandArgs?: string[];
}

/** `ObjectStore` of the plugin Barman Cloud 0.x for CloudNativePG, as far as an S3 place needs it. */
export interface IObjectStore {
  apiVersion: 'barmancloud.cnpg.io/v1';
  kind: 'ObjectStore';
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: {
    configuration: {
      destinationPath: string;
      endpointURL?: string;
      endpointCA?: SecretKey;
      serverName?: string;
      s3Credentials?: {
        accessKeyId?: SecretKey;
        secretAccessKey?: SecretKey;
        region?: SecretKey;
        sessionToken?: SecretKey;
        inheritFromIAMRole?: boolean;
      };
      wal?: Transfer;
      data?: Omit<Transfer, 'archiveAdditionalCommandArgs' | 'restoreAdditionalCommandArgs'> & {
        jobs?: number;
        immediateCheckpoint?: boolean;
        additionalCommandArgs?: string[];
      };
      tags?: Record<string, string>;
      historyTags?: Record<string, string>;
    };
    retentionPolicy?: string;
    instanceSidecarConfiguration?: {
      env?: { name: string; value?: string }[];
      retentionPolicyIntervalSeconds?: number;
      logLevel?: 'error' | 'warning' | 'info' | 'debug' | 'trace';
      resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
    };
  };
}
