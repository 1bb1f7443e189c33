import { type Check, ofOperation } from './check.js'
import type { Exchange } from './exchange.js'
import { misfitOf, misfitOfText } from './fits.js'
import type { DocumentedAnswer } from './read-document.js'

/** The machine may be busy; an answer that takes longer than this hangs. */
const msMax = 10_000

function documented({ operation, answer }: Exchange): DocumentedAnswer | undefined {
  return operation.answers.get(answer.status)
}

function mediaType({ answer }: Exchange): string {
  return (answer.headers.get('content-type') ?? 'none').split(';')[0] ?? ''
}

const isDocumented = (exchange: Exchange) => ofOperation(exchange) && documented(exchange) !== undefined

/** The JSON Schema of the body that came back, where there is one. */
function bodySchema(exchange: Exchange) {
  return ofOperation(exchange) ? documented(exchange)?.content.get(mediaType(exchange)) : undefined
}

/** What must hold for an answer by itself. */
export const answerChecks: readonly Check[] = [
  {
    name: 'not_a_server_error',
    applies: () => true,
    faultOf: ({ answer }) => (answer.status < 500 ? null : 'a server error'),
  },
  {
    name: 'status_code_conformance',
    applies: ofOperation,
    faultOf: (exchange) => (documented(exchange) ? null : 'the status is not documented'),
  },
  {
    name: 'content_type_conformance',
    applies: isDocumented,
    faultOf: (exchange) => {
      const types = [...(documented(exchange)?.content.keys() ?? [])]
      if (types.length === 0) return exchange.answer.text === '' ? null : 'a body where none is documented'
      return types.includes(mediaType(exchange)) ? null : `${mediaType(exchange)} is not ${types.join(' or ')}`
    },
  },
  {
    name: 'response_headers_conformance',
    applies: isDocumented,
    faultOf: (exchange) => {
      const { headers } = exchange.answer
      for (const [name, { required, schema }] of documented(exchange)?.headers ?? []) {
        const value = headers.get(name)
        if (value === null && required) return `${name} is missing`
        const misfit = value === null ? null : misfitOfText(schema, value)
        if (misfit) return `${name}: ${value}: ${misfit}`
      }
      return null
    },
  },
  {
    name: 'response_schema_conformance',
    applies: (exchange) => bodySchema(exchange) !== undefined,
    faultOf: (exchange) => {
      const schema = bodySchema(exchange)
      return schema ? misfitOf(schema, JSON.parse(exchange.answer.text)) : null
    },
  },
  {
    name: 'max_response_time',
    applies: () => true,
    faultOf: ({ answer }) => (answer.ms <= msMax ? null : `took ${Math.round(answer.ms)} ms`),
  },
]
