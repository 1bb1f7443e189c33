import assert from 'node:assert/strict'
import * as z from 'zod'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { stateReader } from '#tests/contract/personal-state.js'
import { noon } from '#tests/support/session-api.js'
import type { FaultCheck } from '../fault-check.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { jsonSchemaOf } from '../support/requests/arbitrary-of.js'
import { type Arranged, arrange, fullBody, sendArranged, suiteApi } from '../support/requests/arranged.js'
import { objectNodes, withMember } from '../support/requests/field-paths.js'
import { sampleOf } from '../support/requests/sample.js'
import { serverOwned } from './mass-assignment/server-owned.js'

type StateOf = Awaited<ReturnType<typeof stateReader>>
type Attempt = { readonly pointers: readonly string[]; readonly text: string }

/**
 * Sends bodies with fields that belong to the server: all of them in each object, and in the full
 * form each of them alone.
 */
function attempts({ input }: Operation, body: unknown, full: boolean): Attempt[] {
  const schema = input.body ? jsonSchemaOf(input.body) : {}
  return objectNodes(body, schema).flatMap(({ pointer, documented }) => {
    const fields = Object.entries(serverOwned).filter(([name]) => !documented.has(name))
    const together = full ? [fields, ...fields.map((field) => [field])] : [fields]
    return together.map((some) => ({
      pointers: some.map(([name]) => `${pointer}/${name}`),
      text: withMember(body, pointer, some.map(([name, value]) => `"${name}":${JSON.stringify(value)}`).join(',')),
    }))
  })
}

/**
 * Returns what is wrong with the answer to an attempt, or null: it must be 422 and name every
 * field.
 */
async function faultOf(api: FaultApi, arranged: Arranged, { pointers, text }: Attempt): Promise<string | null> {
  const response = await sendArranged(api, { ...arranged, body: text })
  const answer = await response.text()
  const said = `${arranged.operation.id} ${text} -> ${response.status} ${answer}`
  if (response.status !== 422) return said
  const named = new Set(JSON.parse(answer).errors?.map((fault: { pointer?: string }) => fault.pointer))
  const unnamed = pointers.filter((pointer) => !named.has(pointer))
  return unnamed.length > 0 ? `does not name ${unnamed.join(', ')}: ${said}` : null
}

/**
 * Sends the id of another athlete's resource with a creation, which must neither create nor change
 * anything.
 */
async function faultOfTakenId(api: FaultApi, operation: Operation, stateOf: StateOf): Promise<string | null> {
  const victim = await arrange(api, operation)
  const { id } = z.object({ id: z.string() }).parse(await (await sendArranged(api, victim)).json())
  const before = await stateOf(victim.athlete)
  const thief = await arrange(api, operation)
  const response = await sendArranged(api, { ...thief, body: { ...Object(thief.body), id } })
  assert.deepEqual(await stateOf(victim.athlete), before, `${operation.id} changed what is somebody else's`)
  if ([404, 409, 422].includes(response.status)) return null
  return `${operation.id} under the id of somebody else's -> ${response.status} ${await response.text()}`
}

/** Fields of the server in every object of every body. */
export const massAssignment: FaultCheck = {
  name: 'fields that the server owns, in every object of every body: refused by name, and nothing changed',
  run: async (context) => {
    const api = await openApi(context, { url: await context.makeDatabase(), clock: () => new Date(noon) })
    const stateOf = await stateReader(suiteApi(api))
    const faults: string[] = []
    let asked = 0
    const commands = sampleOf(
      context,
      servedOperations.filter(({ kind }) => kind === 'command'),
    )
    for (const operation of commands) {
      const arranged = await arrange(api, operation)
      const made = attempts(operation, fullBody(operation, arranged.body, context.seed), context.full)
      assert.ok(made.length > 0, `nothing to try on ${operation.id}`)
      asked += made.length
      const before = await stateOf(arranged.athlete)
      const found: (string | null)[] = []
      for (const one of made) found.push(await faultOf(api, arranged, one))
      faults.push(...found.filter((fault) => fault !== null))
      assert.deepEqual(await stateOf(arranged.athlete), before, `${operation.id} changed something`)
      const fields = operation.input.body ? jsonSchemaOf(operation.input.body).properties : {}
      const taken = fields && 'id' in fields ? await faultOfTakenId(api, operation, stateOf) : null
      if (taken) faults.push(taken)
    }
    assert.equal(faults.length, 0, `${faults.length} of ${asked}:\n${faults.slice(0, 12).join('\n')}`)
    return `${Object.keys(serverOwned).length} fields, ${asked} requests to ${commands.length} commands`
  },
}
