/** What the planner of the gateway says in spans of its own, and passes the collector. */
export const ofLibraries: readonly string[] = ['graphql.operation.name', 'service'];

/** What it says too and the collector keeps back: the same name once more under an old key. */
export const keptBack: readonly string[] = ['operationName'];
