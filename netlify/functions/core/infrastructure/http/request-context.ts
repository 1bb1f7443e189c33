import { requestDatabase } from '#database/request-database.js'
import type { Identity } from '#database/unit-of-work.js'
import { idsFrom } from '#domain/values/id.schema.js'
import { mintKey } from '#infrastructure/auth/api-key.js'
import { secretMark } from '#infrastructure/auth/secret-mark.js'
import { webhookTools } from '#infrastructure/webhooks/webhook-tools.js'
import type { RequestContext } from '#orchestration/contract.js'
import { cursorsOf } from './cursors.js'
import type { Admitted } from './exchange.js'
import type { ParsedInput } from './request/parse-input.js'
import { expectedVersionOf, idempotencyOf } from './request/preconditions.js'

/**
 * Builds the request context.
 *
 * Refuses a command with MALFORMED_REQUEST when its preconditions cannot be read.
 */
export function requestContextOf(admitted: Admitted, input: ParsedInput): RequestContext {
  const { environment, request, operation, requestId, now, deadline, meter, principal, admission } = admitted
  const { config, newId, random, ruleBook, sessionMemory } = environment
  const isCommand = operation.kind === 'command'
  return {
    database: requestDatabase(environment.database, {
      identity: identityOf(admitted),
      admission,
      deadline,
      meter,
      replica: operation.toleratesLag ? environment.replica : undefined,
    }),
    deadline,
    principal,
    requestId,
    now,
    newId: idsFrom(newId),
    random,
    ruleBook,
    expectedVersion: isCommand ? expectedVersionOf(request, operation) : null,
    idempotency: isCommand ? idempotencyOf(request, operation.id, input) : null,
    sessionMemory,
    cursors: () => cursorsOf(config.auth.secret, principal?.userId ?? 'public'),
    webhookTools: () => webhookTools(config.webhooks, config.auth.secret),
    mintKey,
    secretMark: () => secretMark(config.auth.secret),
  }
}

/** Tells for whom the database works. */
function identityOf({ principal }: Admitted): Identity {
  return principal ? { kind: 'athlete', userId: principal.userId } : { kind: 'visitor' }
}
