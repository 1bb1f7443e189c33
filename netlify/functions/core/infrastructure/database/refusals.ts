import { accountGone, idTaken, Refusal, type RefusalCode, refusalCodes } from '#domain/refusal.js'
import { routinesMax } from '#domain/routine/routines-max.js'
import type { DatabaseError } from './errors.js'

/** The refusal for each constraint that can stop a write which the domain allowed, in a race. */
const byConstraint: Readonly<Record<string, readonly [RefusalCode, string]>> = {
  check_ins_user_date_key: ['CONFLICT', 'There is a check-in of this day already: change that one.'],
  deloads_user_start_key: ['CONFLICT', 'A deload begins on this day already.'],
  exercise_set_logs_number_key: ['CONFLICT', 'This set number is logged already.'],
  users_email_key: ['CONFLICT', 'There is an account with this email already.'],
  session_exercises_order_key: ['CONFLICT', 'Two exercises cannot stand at the same place.'],
}

/** The primary keys of the things whose ids a client may choose. */
const chosenIds: ReadonlySet<string> = new Set([
  'workout_sessions_pkey',
  'session_exercises_pkey',
  'exercise_set_logs_pkey',
  'webhook_endpoints_pkey',
  'level_tests_pkey',
  'api_keys_pkey',
  'check_ins_pkey',
  'deloads_pkey',
  'routines_pkey',
  'goals_pkey',
])

/** What a guard says that does not look at a race. */
const byGuard: { readonly [Code in RefusalCode]?: string } = {
  ROUTINE_LIMIT: `You have ${routinesMax} routines, which is as many as you may have: delete one first.`,
  PLACE_NOT_FOUND: 'Your profile has no such place.',
  EXPORT_TOO_LARGE:
    'This account holds more than fits into one answer: begin an export in the background with POST /api/v1/me/exports.',
}

/**
 * An access token outlives an erased account by minutes; a write in that time violates the foreign
 * key of the user.
 */
const ofAccount = /_user_id_fkey$/

/**
 * Returns the refusal that a database error stands for, or null when the error is a fault of this
 * project.
 */
export function refusalOf(error: DatabaseError): Refusal | null {
  const { kind, constraint } = error.facts
  if (constraint === null) return null
  if (kind === 'guard') {
    const code = refusalCodes.find((known) => known === constraint)
    return code ? new Refusal(code, byGuard[code] ?? 'What this rests on changed in the meantime.') : null
  }
  if (kind !== 'constraint') return null
  if (ofAccount.test(constraint)) return accountGone()
  if (chosenIds.has(constraint)) return idTaken()
  const known = byConstraint[constraint]
  return known ? new Refusal(...known) : null
}
