export default {
  testEnvironment: 'node',
  injectGlobals: false,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/strip-transformer.mjs' },
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/.data/'],
  modulePathIgnorePatterns: ['<rootDir>/.data/'],
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  testTimeout: 90_000,
  maxWorkers: 2,
  // Modules of --experimental-vm-modules are never let go, about 25 MB a file: after 180 files a worker stands at the limit of its
  // heap, stops for seconds to collect, and PostgreSQL ends the transaction that it has open. A new worker takes over before.
  workerIdleMemoryLimit: '800MB',
  // A large heap on a busy machine takes longer than the half second of the default to end: after ten, something is really left open.
  workerGracefulExitTimeout: 10_000,
};
