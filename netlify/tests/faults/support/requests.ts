import fc from 'fast-check'
import type { Endpoint } from '../../../functions/core/infrastructure/http/endpoint.js'
import { arbitraryOf, type JsonSchema, jsonSchemaOf } from './arbitrary-of.js'
import { isApplicable, mutations } from './mutations.js'

/** A request made up for an operation. */
export type MadeUp = {
  readonly what: string
  readonly path: string
  readonly method: string
  readonly contentType: string
  readonly body: string | null
  /** By the operation's schema it is wrong, so it must not be accepted. */
  readonly wrong: boolean
}

type Known = Readonly<Record<string, string>>
type Sample = { readonly seed: number; readonly count: number }

/** Makes up requests to an operation: some that fit it, and each changed so that it does not. */
export function madeUpRequests(endpoint: Endpoint, known: Known, sample: Sample): MadeUp[] {
  const paths = pathsOf(endpoint, known, sample)
  const { method } = endpoint.http
  const contentType = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
  const plain = { path: '', method, contentType, body: null, wrong: false }
  const body = endpoint.input.body
  if (!body) return paths.map((path) => ({ ...plain, what: 'as documented', path }))
  const schema = jsonSchemaOf(body)
  const bodies = fc.sample(arbitraryOf(schema), { numRuns: sample.count, seed: sample.seed })
  return bodies.flatMap((value, index) => {
    const path = paths[index] ?? ''
    const made = (what: string, sent: unknown, text = JSON.stringify(sent)): MadeUp => {
      const wrong = !body.safeParse(JSON.parse(text)).success
      return { ...plain, what, path, body: text, wrong }
    }
    const text = JSON.stringify(value)
    const others: MadeUp[] = [
      { ...made('as documented', value), what: 'another content type', contentType: 'text/plain', wrong: true },
      { ...made('as documented', value), what: 'broken JSON', body: `${text.slice(0, -1)}`, wrong: true },
    ]
    return [
      made('as documented', value),
      ...others,
      ...mutated(value, schema, (index + 0.5) / bodies.length).map(([what, sent]) => made(what, sent)),
    ]
  })
}

function mutated(value: unknown, schema: JsonSchema, chance: number): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return []
  const all = Object.entries(mutations).map(([name, mutate]): [string, unknown] => [
    name,
    mutate(Object.fromEntries(Object.entries(value)), schema, chance),
  ])
  return all.filter(([name, changed]) => isApplicable(name, changed))
}

/** Paths with what is known to exist in some, and with made-up values in the others; with query parameters made up as well. */
function pathsOf({ http, input }: Endpoint, known: Known, { seed, count }: Sample): string[] {
  const samples = (schema: Endpoint['input']['params']) =>
    schema ? fc.sample(arbitraryOf(jsonSchemaOf(schema)), { numRuns: count, seed }) : []
  const [params, queries] = [samples(input.params), samples(input.query)]
  return Array.from({ length: count }, (_, index) => {
    const made = new Map(Object.entries(params[index] ?? {}))
    const path = http.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = index % 4 < 3 ? (known[name] ?? made.get(name)) : made.get(name)
      return encodeURIComponent(String(value)) || 'x'
    })
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(queries[index] ?? {})) query.set(name, String(value))
    return query.size > 0 ? `${path}?${query}` : path
  })
}
