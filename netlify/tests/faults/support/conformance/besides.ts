import type { MadeUp } from './exchange.js'
import { type Documented, methodsAt } from './read-document.js'

/** Requests that are not about what is asked: other methods, other people, headers left out. */
export function besides(operations: readonly Documented[], operation: Documented, known: MadeUp): MadeUp[] {
  const here = methodsAt(operations, operation)
  const other = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'].filter((method) => !here.includes(method))
  const bare = { ...known, headers: {}, body: null }
  const { 'content-type': _, ...untyped } = known.headers
  return [
    ...other.map(
      (method): MadeUp => ({ ...bare, method, intent: 'has a method that is not documented', what: method }),
    ),
    { ...bare, method: 'OPTIONS', intent: 'asks for the methods', what: 'OPTIONS' },
    ...(known.body === null ? [] : [{ ...known, headers: untyped, ...missing('Content-Type') }]),
    ...(operation.secured ? withoutCredentials(known) : []),
  ]
}

function missing(what: string) {
  return { intent: 'misses a required header', what } as const
}

function withoutCredentials(known: MadeUp): MadeUp[] {
  const invalid = ['Bearer not-a-token', 'Basic YWRhOmFkYQ==', 'Bearer ', 'Bearer a.b']
  return [
    { ...known, ...missing('Authorization') },
    { ...known, intent: 'has no credentials', what: 'no credentials' },
    ...invalid.map((authorization): MadeUp => {
      const headers = { ...known.headers, authorization }
      return { ...known, headers, intent: 'has no credentials', what: authorization }
    }),
  ]
}
