import { type GraphQLScalarType, type GraphQLSchema, isScalarType } from 'graphql';

/**
 * Lets the gateway itself check values of our scalars. Composition keeps their names only, so a malformed id would
 * travel to a subgraph and come back as a fault of the subgraph's query; checked here it is `BAD_USER_INPUT` and
 * HTTP 400, and no subgraph is asked. Only reading is replaced: answers pass as the subgraphs wrote them.
 */
export function checkScalars(
  schema: GraphQLSchema,
  scalars: Readonly<Record<string, GraphQLScalarType>>,
): void {
  for (const [name, scalar] of Object.entries(scalars)) {
    const known = schema.getType(name);
    if (!isScalarType(known)) continue;
    known.parseValue = scalar.parseValue;
    known.parseLiteral = scalar.parseLiteral;
  }
}
