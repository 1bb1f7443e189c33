import { after, type Check } from './check.js'
import type { Exchange } from './exchange.js'
import { rulesBeyondSchemas } from './rules-beyond-schemas.js'

const isSuccess = (status: number) => status < 400

/** Beside success: what depends on the state of things, and is no judgement on the request. */
const acceptable: ReadonlySet<number> = new Set([401, 403, 404, 409, 412, 428, 429])

/** Refused for rules of the operation alone, which JSON Schema cannot say. */
function breaksRule({ operation: { id }, answer: { status, text } }: Exchange): boolean {
  if (status !== 400 && status !== 422) return false
  const { code, errors = [{ code }] }: { code: string; errors?: { code: string }[] } = JSON.parse(text)
  return errors.every((fault) => rulesBeyondSchemas[id]?.includes(fault.code))
}

/** Methods in `Allow`, without those that everything answers. */
function allowed({ answer }: Exchange): string[] {
  const methods = (answer.headers.get('allow') ?? '').split(',').map((method) => method.trim())
  return methods.filter((method) => !['', 'HEAD', 'OPTIONS'].includes(method)).sort()
}

function faultOfAllow(exchange: Exchange): string | null {
  const [said, documented] = [allowed(exchange).join(), [...exchange.methodsHere].sort().join()]
  return said === documented ? null : `Allow says ${said || 'nothing'}, documented are ${documented}`
}

/** What must hold for an answer to a request that was made up right or wrong. */
export const requestChecks: readonly Check[] = [
  {
    name: 'negative_data_rejection',
    applies: after('is off the document'),
    faultOf: ({ answer }) => (isSuccess(answer.status) ? 'accepted' : null),
  },
  {
    name: 'positive_data_acceptance',
    applies: after('fits the document'),
    faultOf: (exchange) => {
      const { status } = exchange.answer
      return isSuccess(status) || acceptable.has(status) || breaksRule(exchange) ? null : 'not accepted'
    },
  },
  {
    name: 'missing_required_header',
    applies: after('misses a required header'),
    faultOf: ({ request, answer: { status } }) => {
      const right = request.what === 'Authorization' ? [401] : [400, 401, 403, 406, 415, 422]
      return right.includes(status) ? null : `should be ${right.join(' or ')}`
    },
  },
  {
    name: 'unsupported_method',
    applies: after('has a method that is not documented'),
    faultOf: (exchange) => (exchange.answer.status === 405 ? faultOfAllow(exchange) : 'should be 405'),
  },
  {
    name: 'allow_header_conformance',
    applies: after('asks for the methods'),
    faultOf: faultOfAllow,
  },
]
