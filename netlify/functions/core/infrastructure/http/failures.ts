import { DatabaseError } from '#database/errors.js'
import { refusalOf } from '#database/refusals.js'
import { Refusal } from '#domain/refusal.js'
import { CredentialsError } from '#infrastructure/auth/credentials-error.js'
import { RequestRefusal, tookTooLong } from '#orchestration/request-refusal.js'
import type { AnyRefusal } from './problems.js'

/** Tells the refusal for a failure; null for a bug of ours, which only the log may see. */
export function refusalOfFailure(error: unknown): AnyRefusal | null {
  if (error instanceof Refusal || error instanceof RequestRefusal) return error
  if (error instanceof CredentialsError) return new RequestRefusal(error.code, error.detail, error)
  if (!(error instanceof DatabaseError)) return null
  switch (error.facts.kind) {
    case 'constraint':
    case 'guard':
      return refusalOf(error)
    case 'conflict':
      return unavailable('Too many changes at once to the same thing.')
    case 'timeout':
      return tookTooLong()
    case 'unavailable':
      return unavailable('The database cannot be reached at the moment.')
    case 'unexpected':
      return null
    default:
      return error.facts.kind satisfies never
  }
}

function unavailable(detail: string): RequestRefusal {
  return new RequestRefusal('SERVICE_UNAVAILABLE', detail, { retryAfterSeconds: 1 })
}

/** The answer to every bug of ours: always the same, so it reveals nothing. */
export const internalError = new RequestRefusal(
  'INTERNAL_ERROR',
  'Something went wrong on our side; the request id helps us find it.',
)
