import type { Answer, Operation } from '#orchestration/contract.js'
import { admit, identify } from './admit.js'
import type { Routed } from './exchange.js'
import { withinQuota } from './quota.js'
import { checkAccept } from './request/media-types.js'
import { parseInput, readInput } from './request/parse-input.js'
import { requestContextOf } from './request-context.js'
import { respond } from './response/respond.js'
import { sharedAnswer } from './shared-answer.js'

/**
 * Runs the operation of a request: who asks, may they, what do they ask, then the operation itself.
 */
export async function run(routed: Routed): Promise<Response> {
  const { environment, request, operation } = routed
  checkAccept(request)
  const admitted = await admit(await identify(routed))
  const raw = await readInput(admitted)
  const input = parseInput(raw, operation)
  const context = requestContextOf(admitted, raw.bodyText)
  const work = () => withinQuota(admitted, () => operation.run(context, input as never))
  const answer = await sharedAnswer(admitted, input, work)
  if (environment.validateAnswers) validate(operation, answer)
  return respond(request, operation, answer)
}

function validate({ id, output: schema }: Operation, { output }: Answer): void {
  // as clients see it: JSON drops undefined fields
  const seen = output === undefined ? undefined : JSON.parse(JSON.stringify(output))
  const parsed = schema === null ? null : schema.safeParse(seen)
  if (parsed && !parsed.success) throw new Error(`${id} answers off its schema: ${parsed.error.message}`)
}
