import type { DocumentedOperation } from '../accounts/documented.js'
import type { ProblemCode } from '../problems.js'

const always: readonly ProblemCode[] = [
  'MALFORMED_REQUEST',
  'NOT_ACCEPTABLE',
  'RATE_LIMITED',
  'INTERNAL_ERROR',
  'SERVICE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
]
const ofAnswers: readonly ProblemCode[] = ['ANSWER_TOO_LARGE']
const ofSecured: readonly ProblemCode[] = ['UNAUTHENTICATED', 'INSUFFICIENT_SCOPE']
const ofFreshSignIn: readonly ProblemCode[] = ['FRESH_SIGN_IN_NEEDED']
const ofConsent: readonly ProblemCode[] = ['CONSENT_NEEDED', 'ACCOUNT_NOT_FOUND']
const ofBodies: readonly ProblemCode[] = [
  'INVALID_INPUT',
  'PAYLOAD_TOO_LARGE',
  'REQUEST_TIMEOUT',
  'UNSUPPORTED_MEDIA_TYPE',
]
// the idempotency key is stored with the account, and an access token outlives an erased account by
// minutes
const ofRepeatable: readonly ProblemCode[] = [
  ...(['IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_IN_USE', 'VERSION_MISMATCH', 'ACCOUNT_NOT_FOUND'] as const),
]

/**
 * Tells whether a caller may send `Idempotency-Key` and `If-Match`: with a command of a signed-in
 * athlete.
 */
export function isRepeatable({ kind, access }: DocumentedOperation): boolean {
  return kind === 'command' && access !== 'public'
}

/** Tells whether a caller may send `Idempotency-Key`: also to a public operation that says so. */
export function takesKey(operation: DocumentedOperation): boolean {
  return isRepeatable(operation) || operation.takesIdempotencyKey === true
}

/** Lists every refusal that an operation may answer with: its own and those of the pipeline. */
export function refusalsOf(operation: DocumentedOperation): ProblemCode[] {
  const codes = [
    ...operation.refusals,
    ...always,
    ...(operation.kind === 'query' && operation.output !== null ? ofAnswers : []),
    ...(operation.access === 'public' ? [] : ofSecured),
    ...(operation.access !== 'public' && operation.access.freshSignIn ? ofFreshSignIn : []),
    ...(operation.consent ? ofConsent : []),
    ...(operation.input.body ? ofBodies : []),
    ...(isRepeatable(operation) ? ofRepeatable : []),
  ]
  return [...new Set(codes)].sort()
}
