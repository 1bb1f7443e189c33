import assert from 'node:assert/strict'
import { openApiDocument } from '#http/openapi/document.js'
import { operationIdOf } from '#http/openapi/operation-object.js'
import { servedOperations } from '#http/openapi/operations.js'
import type { FaultCheck } from '../fault-check.js'
import { readDocument } from '../support/conformance/read-document.js'
import { openJudge, type Tally } from '../support/conformance/tally.js'
import { type Subject, tryOperation } from '../support/conformance/try-operation.js'
import type { FaultContext } from '../support/context.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { arrange } from '../support/requests/arranged.js'

const operationOf = new Map(servedOperations.map((operation) => [operationIdOf(operation.id), operation]))

/** The API as its OpenAPI document describes it. */
function subjectOf(api: FaultApi): Subject {
  return {
    operations: readDocument(openApiDocument(servedOperations)),
    send: api.send,
    arrange: async ({ id }) => {
      const operation = operationOf.get(id)
      assert.ok(operation, `${id} is no operation`)
      const { athlete, path, body } = await arrange(api, operation)
      return { token: athlete.token, path, body }
    },
  }
}

/**
 * Makes requests from the OpenAPI document and applies the 14 checks of Schemathesis to every
 * answer. Returns a tally for each check.
 */
export async function madeUpTallies(context: FaultContext): Promise<readonly Tally[]> {
  const api = await openApi(context, { url: await context.makeDatabase() })
  const subject = subjectOf(api)
  const judge = openJudge()
  // the short form takes every eighth operation
  const chosen = subject.operations.filter((_, index) => context.full || index % 8 === context.seed % 8)
  const sample = { seed: context.seed, count: context.full ? 12 : 2, wrongMax: context.full ? 45 : 10 }
  for (const operation of chosen) await tryOperation(subject, operation, judge, sample)
  await expectSound(api)
  return judge.tallies()
}

const shownMax = 12

/** Requests made from the schemas of the operations, right and wrong. */
export const madeUp: FaultCheck = {
  name: 'requests made up from the schemas, right and wrong: never a 5xx, answers as documented, nothing wrong accepted',
  run: async (context) => {
    const tallies = await madeUpTallies(context)
    const faults = tallies.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))
    assert.equal(faults.length, 0, `${faults.length} faults:\n${faults.slice(0, shownMax).join('\n')}`)
    const [all, wrong] = ['not_a_server_error', 'negative_data_rejection'].map(
      (wanted) => tallies.find(({ name }) => name === wanted)?.applied ?? 0,
    )
    return `${all} requests, ${wrong} of them wrong; ${tallies.length} checks`
  },
}
