import type { MadeUp } from './exchange.js'
import type { Documented } from './read-document.js'
import { leftByDelete } from './rules-beyond-schemas.js'

/** What to ask after something was created or deleted. */
export function following(
  operations: readonly Documented[],
  operation: Documented,
  { method, path }: MadeUp,
  location: string | null,
) {
  const read = (intent: MadeUp['intent'], from: string) => {
    const asked = operations.find((one) => one.method === 'GET' && matches(one, from))
    const request: MadeUp = {
      intent,
      what: `after ${operation.id}`,
      method: 'GET',
      path: from,
      headers: {},
      body: null,
    }
    return asked ? { operation: asked, request } : null
  }
  if (method === 'DELETE' && operation.id in leftByDelete) return null
  if (method === 'DELETE') return read('asks for what was deleted', path) ?? again(operation, path)
  return location ? read('asks for what was created', location.replace('/api/v1', '')) : null
}

/** What cannot be read cannot be deleted twice. */
function again(operation: Documented, path: string) {
  const request: MadeUp = {
    ...{ intent: 'asks for what was deleted', what: 'deleted again', method: 'DELETE', path, headers: {}, body: null },
  }
  return { operation, request }
}

function matches({ path }: Documented, asked: string): boolean {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(asked.split('?')[0] ?? '')
}
