import { stripTypeScriptTypes } from 'node:module';

/** Hands jest the same code that Node runs: types become blanks, so every position in a stack is the source's. */
export default {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
};
