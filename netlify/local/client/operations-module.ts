import type { DocumentedOperation } from '#http/accounts/documented.js'
import { operationIdOf } from '#http/openapi/operation-object.js'

/**
 * Writes the module that tells the client where each operation is, and which types it has: those
 * that hey-api makes from the same document. Left out are addresses that only send a browser on, such
 * as the link in a mail: a client has nothing to read there.
 */
export function operationsModule(documented: readonly DocumentedOperation[]): string {
  const read = documented.filter(({ output, redirects }) => output !== null || redirects === undefined)
  const operations = read.sort((one, other) => (one.id < other.id ? -1 : 1))
  return [
    '// Written by `npm run client:build` from the operations; it is not kept in git.',
    "import type * as made from './types.gen.js'",
    '',
    'export const operations = {',
    ...operations.map((operation) => `  '${operation.id}': ${JSON.stringify(entryOf(operation))},`),
    '} as const',
    '',
    'export type Operations = {',
    ...operations.map((operation) => `  '${operation.id}': ${typesOf(operation)}`),
    '}',
    '',
  ].join('\n')
}

/**
 * Describes an operation as method, path below `/api/v1`, and marks: `k` takes an idempotency key,
 * `i` takes an id of the client's in its body, `s` takes the session token, `p` needs nobody signed in.
 */
function entryOf(operation: DocumentedOperation): readonly [string, string, string] {
  const { http, kind, access } = operation
  const marks = [
    kind === 'command' && (access !== 'public' || operation.takesIdempotencyKey) ? 'k' : '',
    operation.existing ? 'i' : '',
    operation.takesSessionToken ? 's' : '',
    access === 'public' && !operation.takesSessionToken ? 'p' : '',
  ]
  return [http.method, http.path, marks.join('')]
}

function typesOf({ id }: DocumentedOperation): string {
  const operationId = operationIdOf(id)
  const name = `made.${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}`
  return `{ data: ${name}Data; answers: ${name}Responses }`
}
