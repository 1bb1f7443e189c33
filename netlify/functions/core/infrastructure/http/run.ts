import { type Admission, admitted } from '#database/admission.js'
import { type Meter, metered } from '#database/metered.js'
import { boundTo } from '#database/unit-of-work.js'
import { secretBox } from '#infrastructure/webhooks/secret-box.js'
import type { Answer, Deadline, Operation, RequestContext } from '#orchestration/contract.js'
import { authorize, identityOf } from './authorize.js'
import { cursorsOf } from './cursors.js'
import type { Environment } from './environment.js'
import { refusalOfFailure } from './failures.js'
import { admissionOf, withReset } from './quota.js'
import { checkAccept } from './request/media-types.js'
import { parseInput, type RawInput, readInput } from './request/parse-input.js'
import { idempotencyOf, ifMatchOf } from './request/preconditions.js'
import { noteRefusal } from './security-trail.js'
import { sharedAnswer } from './shared-answer.js'

export type Running = {
  readonly environment: Environment
  readonly operation: Operation
  readonly params: Record<string, string>
  readonly requestId: string
  /** The instant at which it came. */
  readonly now: Date
  readonly deadline: Deadline
  readonly meter: Meter
  /** Whose quota the request counts against; set once the caller is known. */
  admission: Admission | null
}

/**
 * Runs an operation for a request: who asks, may they, what do they ask, then the operation itself.
 */
export async function run(request: Request, running: Running): Promise<Answer> {
  const { environment, operation, params, deadline } = running
  checkAccept(request)
  const principal = await identify(request, running)
  await admitCaller(running, principal)
  const raw = await readInput(request, operation, params, deadline)
  const input = parseInput(raw, operation)
  const context = contextOf(request, running, principal, raw)
  const work = () =>
    operation.run(context, input as never).catch((error: unknown) => {
      throw withReset(refusalOfFailure(error) ?? error, running.admission)
    })
  const answer = await sharedAnswer(running, input, work)
  if (environment.validateAnswers) validate(operation, answer)
  return answer
}

async function admitCaller(running: Running, principal: RequestContext['principal']): Promise<void> {
  try {
    authorize(running.operation, principal)
  } catch (refusal) {
    await noteRefusal(running, refusal, principal)
    throw refusal
  }
}

/** A public operation is nobody's: its answers are shared, so they cannot depend on who asks. */
async function identify(request: Request, running: Running): Promise<RequestContext['principal']> {
  const { environment, operation, requestId, now, deadline } = running
  if (operation.access === 'public') return null
  return deadline.within(environment.authenticate(request, { requestId, now }))
}

function contextOf(
  request: Request,
  running: Running,
  principal: RequestContext['principal'],
  { bodyText }: RawInput,
): RequestContext {
  const { environment, operation, requestId, now, deadline, meter } = running
  const { config, newId, random, ruleBook } = environment
  running.admission = principal && admissionOf(principal, config.http.quota, now)
  const database = metered(environment.database, meter)
  return {
    database: boundTo(
      running.admission ? admitted(database, running.admission) : database,
      identityOf(operation, principal),
      deadline,
    ),
    deadline,
    principal,
    requestId,
    now,
    newId,
    random,
    ruleBook,
    ifMatch: operation.kind === 'command' ? ifMatchOf(request) : null,
    cursors: cursorsOf(config.auth.secret, principal?.userId ?? 'public'),
    webhooks: { ...config.webhooks, secrets: secretBox(config.auth.secret) },
    idempotency: operation.kind === 'command' ? idempotencyOf(request, bodyText) : null,
  }
}

function validate({ id, output: schema }: Operation, { output }: Answer): void {
  // as clients see it: what JSON leaves out is not there
  const seen = output === undefined ? undefined : JSON.parse(JSON.stringify(output))
  const parsed = schema === null ? null : schema.safeParse(seen)
  if (parsed && !parsed.success) throw new Error(`${id} answers off its schema: ${parsed.error.message}`)
}
