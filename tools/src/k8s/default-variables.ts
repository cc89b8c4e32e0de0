/** Variables that containers have although no schema knows them, and what reads them. */
export const notForTheSchema: Readonly<Record<string, string>> = {
  NODE_OPTIONS: 'node itself',
  NODE_EXTRA_CA_CERTS: 'node itself',
  DATABASE_PASSWORD: 'put into DATABASE_URL_<SERVICE>',
  NATS_PASSWORD: 'put into NATS_URL',
};

const perService = (names: readonly string[], reason: string) =>
  Object.fromEntries(names.map((name) => [name, reason]));

/** Variables that a province may leave alone, and why their default is right in a cluster. */
export const leftToDefault: Readonly<Record<string, string>> = {
  NODE_ENV: 'production, unless somebody says otherwise',
  CLOCK_START: 'for development only, and refused in production',
  SANDBOX_URL: 'for development only',
  ...perService(
    ['VNEID_CLIENT_ID', 'VNEID_ISSUER', 'VNEID_REDIRECT_URIS'],
    'the gateway reads them for the explorer, which is for development only; identity refuses to start without them',
  ),
  SUPERGRAPH_FILE: 'the composed graph is in the image',
  LOG_LEVEL: 'info',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'set where there is a collector',
  OTEL_TRACES_SAMPLER_ARG: 'the collector chooses, by what became of a trace',
  PROVINCE_KEYS_OLD: 'there are none until a key is changed',
  STORAGE_ACCESS_KEY: 'a place that knows its callers by their node needs none',
  STORAGE_SECRET_KEY: 'as STORAGE_ACCESS_KEY',
  DRAIN_DELAY_MS: 'a worker answers nobody who would have to notice',
  DOORS_TRUSTED_PROXIES: 'a worker has no doors',
  DATABASE_POOL_API: 'measured: 10 connections are more than one process on one core uses',
  DATABASE_POOL_WORKER: 'measured, as DATABASE_POOL_API',
  SUBGRAPH_TIMEOUT_MS: 'the routes at the edge are made for it',
  SUBGRAPH_CONNECTIONS: 'measured',
  ...perService(
    ['PORT_GATEWAY', 'PORT_IDENTITY', 'PORT_ORGTREE', 'PORT_FEES', 'PORT_EVALUATION', 'PORT_TRANSFERS'],
    'every Service names the standard port',
  ),
  ...perService(
    [
      'PORT_IDENTITY_DOORS',
      'PORT_ORGTREE_DOORS',
      'PORT_FEES_DOORS',
      'PORT_EVALUATION_DOORS',
      'PORT_TRANSFERS_DOORS',
    ],
    'every Service names the standard port',
  ),
  ...perService(
    [
      'SIGNING_TIMEOUT_SECONDS',
      'PAYMENT_TIMEOUT_SECONDS',
      'BANK_TIMEOUT_SECONDS',
      'VNEID_TIMEOUT_SECONDS',
      'REGISTRY_TIMEOUT_SECONDS',
      'PORTAL_TIMEOUT_SECONDS',
      'DOCUMENTS_TIMEOUT_SECONDS',
    ],
    'a patience for which the acts around it are made',
  ),
  ...perService(
    ['SIGN_INS_PER_ADDRESS', 'SIGN_INS_PER_PERSON', 'REFRESHES_PER_ADDRESS'],
    'made for an office behind one address',
  ),
  ...perService(['VNEID_ALGORITHMS', 'VNEID_CLAIMS'], 'as the identity provider of the country has it'),
  ...perService(
    ['REGISTRY_URL', 'REGISTRY_SECRET'],
    'a province may not be connected to the member database yet: everybody then declares themselves',
  ),
  ...perService(
    ['PORTAL_URL', 'PORTAL_SECRET', 'DOCUMENTS_URL', 'DOCUMENTS_SECRET'],
    'a province may not be connected to the portal or to its document system yet: then nothing is told there',
  ),
  PORTAL_PROCEDURES: 'the codes that are published',
  PORTAL_STATES: 'none of our states is read otherwise, until the portal says so',
  ...perService(
    [
      'NOTICE_EMAIL_URL',
      'NOTICE_EMAIL_FROM',
      'NOTICE_EMAIL_CA',
      'NOTICE_SMS_URL',
      'NOTICE_SMS_SECRET',
      'NOTICE_PUSH_URL',
      'NOTICE_PUSH_SECRET',
    ],
    'a channel that a province has no contract for is off',
  ),
  PAYMENT_PROVIDER: 'the platform of the country',
  PAYMENT_RETURN_ORIGINS: 'none: nobody is sent anywhere',
  EVALUATION_FOUR_EYES: 'the rule of the country (domain 2.3)',
  COMMENT_MEMBER_SEES_SHEET: 'the rule of the country (A18)',
  LETTER_WITHIN_GRASSROOTS: 'the rule of the country',
  PROVINCE_LINK: 'off, unless the component leaf-link brings the link that it turns on in the worker',
  TEMPORARY_DUES_AT: 'the rule of the country (A22)',
};
