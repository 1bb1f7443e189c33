import { Written } from '#infrastructure/cache/written.js'
import type { Answer, Operation } from '#orchestration/contract.js'
import { admit, identify } from './admit.js'
import { schemaOf } from './answer-schema.js'
import type { Identified, Routed } from './exchange.js'
import { refuseSpentKey, withinQuota } from './quota.js'
import { checkAccept } from './request/media-types.js'
import { type ParsedInput, parseInput, readInput } from './request/parse-input.js'
import { requestContextOf } from './request-context.js'
import { Redirect } from './response/redirect.js'
import { respond } from './response/respond.js'
import { rounded } from './response/rounded.js'
import { Unfinished } from './response/unfinished.js'
import { sharedAnswer } from './shared-answer.js'

/**
 * Runs the operation of a request: who asks, what is left of their quota, may they, what do they
 * ask, then the operation itself. Who is known is counted, whatever comes of it.
 */
export async function run(routed: Routed): Promise<Response> {
  refuseSpentKey(routed)
  const identified = await identify(routed)
  return withinQuota(identified, () => answer(identified))
}

async function answer(identified: Identified): Promise<Response> {
  const { environment, request, requestId, operation } = identified
  checkAccept(request, operation)
  const admitted = await admit(identified)
  const input = parseInput(await readInput(admitted), operation)
  const context = requestContextOf(admitted, input)
  const given = await sharedAnswer(admitted, input, async () => {
    const answered = await operation.run(context, input as never)
    return { ...answered, output: rounded(answered.output) }
  })
  if (environment.validateAnswers) validate(operation, input, given)
  return respond(request, operation, given, (error) => environment.log.failure(requestId, error))
}

function validate(operation: Operation, input: ParsedInput, { output }: Answer): void {
  if (output instanceof Redirect || output instanceof Unfinished) return
  // as clients see it: JSON drops undefined fields
  const text = output instanceof Written ? output.text : JSON.stringify(output)
  const seen = text === undefined ? undefined : JSON.parse(text)
  const parsed = schemaOf(operation, input)?.safeParse(seen)
  if (parsed && !parsed.success) throw new Error(`${operation.id} answers off its schema: ${parsed.error.message}`)
}
