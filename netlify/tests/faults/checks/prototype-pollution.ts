import assert from 'node:assert/strict'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { noon } from '#tests/support/session-api.js'
import type { FaultCheck } from '../fault-check.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { jsonSchemaOf } from '../support/requests/arbitrary-of.js'
import { type Arranged, arrange, fullBody, sendArranged } from '../support/requests/arranged.js'
import { objectNodes, withMember } from '../support/requests/field-paths.js'
import { sampleOf } from '../support/requests/sample.js'

const poison = '{"polluted":true,"isAdmin":true}'

/** Members that reach into prototypes, as a client may write them. */
const members = [
  `"__proto__":${poison}`,
  `"\\u005f_proto__":${poison}`,
  `"__pr\\u006Fto__":${poison}`,
  `"constructor":{"prototype":${poison}}`,
  `"c\\u006fnstructor":{"prototype":${poison}}`,
  `"prototype":${poison}`,
  '"__proto__":null',
  `"polluted":1,"polluted":${poison}`,
  `"toString":1,"t\\u006fString":${poison}`,
]

const parameters = [
  '__proto__',
  '__proto__[polluted]',
  '__proto__.polluted',
  'constructor',
  'constructor.prototype',
  'prototype',
  'toString',
  '%5F_proto__',
]
const steps = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '%5F%5Fproto%5F%5F']

const builtIn = { Object, Array, Function, String, Number, Map, Promise, Request, Response, Headers, URL }

/** Lists the members that all objects inherit, each with its function or value. */
function inherited(): Map<string, unknown> {
  const members = Object.entries(builtIn).flatMap(([name, { prototype }]) =>
    Reflect.ownKeys(prototype).map((key) => {
      const { value, get } = Object.getOwnPropertyDescriptor(prototype, key) ?? {}
      return [`${name}.${String(key)}`, value ?? get] as const
    }),
  )
  return new Map(members)
}

/** Lists the members that were added, removed or replaced since. */
function changedSince(before: ReadonlyMap<string, unknown>): string[] {
  const after = inherited()
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name))
}

/** Bodies, queries and paths that reach into prototypes. */
function attempts({ operation, path, body }: Arranged, seed: number): Pick<Arranged, 'path' | 'body'>[] {
  const given = fullBody(operation, body, seed)
  const schema = operation.input.body ? jsonSchemaOf(operation.input.body) : {}
  const nodes = operation.kind === 'command' ? objectNodes(given, schema) : []
  return [
    ...nodes.flatMap(({ pointer }) => members.map((member) => ({ path, body: withMember(given, pointer, member) }))),
    ...parameters.map((name) => ({ path: `${path}${path.includes('?') ? '&' : '?'}${name}=1`, body })),
    ...stepped(operation, path).map((one) => ({ path: one, body })),
  ]
}

/** The path with each of its parameters in turn replaced. */
function stepped({ http }: Operation, path: string): string[] {
  const [names, given] = [http.path.split('/'), path.split('/')]
  return names.flatMap((name, at) => (name.startsWith('{') ? steps.map((step) => given.with(at, step).join('/')) : []))
}

async function faultOf(api: FaultApi, arranged: Arranged, allowed: readonly number[]): Promise<string | null> {
  const response = await sendArranged(api, arranged)
  const answer = await response.text()
  if (allowed.includes(response.status)) return null
  return `${arranged.operation.id} ${arranged.path} ${arranged.body} -> ${response.status} ${answer}`
}

/** Keys that reach into prototypes. */
export const prototypePollution: FaultCheck = {
  name: 'keys that reach into prototypes, in every object, query and path: refused, and no prototype changed',
  run: async (context) => {
    const api = await openApi(context, { url: await context.makeDatabase(), clock: () => new Date(noon) })
    const before = inherited()
    const faults: string[] = []
    let asked = 0
    const chosen = sampleOf(context, servedOperations)
    for (const operation of chosen) {
      const arranged = await arrange(api, operation)
      const made = attempts(arranged, context.seed)
      asked += made.length
      for (const one of made) {
        const fault = await faultOf(api, { ...arranged, ...one }, [400, 404, 422])
        if (fault) faults.push(fault)
      }
      assert.deepEqual(changedSince(before), [], `${operation.id} changed a prototype`)
    }
    assert.equal(Reflect.get({}, 'polluted'), undefined)
    assert.equal(faults.length, 0, `${faults.length} of ${asked}:\n${faults.slice(0, 12).join('\n')}`)
    return `${asked} requests to ${chosen.length} operations`
  },
}
