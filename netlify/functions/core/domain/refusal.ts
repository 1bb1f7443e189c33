import * as z from 'zod'

/**
 * Every reason for which the domain may refuse a request, as a stable code. The reasons that lie in
 * the request itself stand in orchestration/request-refusal.ts.
 */
export const refusalCodes = [
  'INVALID_INPUT',
  // races
  'VERSION_MISMATCH',
  'VERSION_NEEDED',
  'CONFLICT',
  'ID_TAKEN',
  // what the athlete does not agree to
  'CONSENT_NEEDED',
  // things that are not there
  'ACCOUNT_NOT_FOUND',
  'EXERCISE_NOT_FOUND',
  'KEY_NOT_FOUND',
  'EXERCISE_CONFIG_NOT_FOUND',
  'SESSION_NOT_FOUND',
  'SESSION_EXERCISE_NOT_FOUND',
  'SET_NOT_FOUND',
  'CHECK_IN_NOT_FOUND',
  'GOAL_NOT_FOUND',
  'PLACE_NOT_FOUND',
  'ROUTINE_NOT_FOUND',
  'WEBHOOK_NOT_FOUND',
  'WEBHOOK_DELIVERY_NOT_FOUND',
  'EXPORT_NOT_FOUND',
  'EXPORT_PART_NOT_FOUND',
  // rules of the session's life
  'SESSION_NOT_OPEN',
  'SESSION_STATE',
  'SESSION_FULL',
  'NOTHING_LOGGED',
  'ROUTINE_LIMIT',
  'SIDES_MIXED',
  'KEY_LIMIT',
  'KEY_SCOPES',
  'METRIC_MISMATCH',
  'DATE_IN_FUTURE',
  'SWAP_NOT_POSSIBLE',
  // rules of levels and of what to do next
  'TEST_BARRED',
  'NOTHING_TO_RECOMMEND',
  // rules of webhooks
  'WEBHOOK_ADDRESS',
  'WEBHOOK_LIMIT',
  'WEBHOOK_SCOPES',
  // rules of exports
  'EXPORT_TOO_LARGE',
  'EXPORT_LIMIT',
  'EXPORT_SCOPES',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

const said = { code: z.string(), detail: z.string() }

/**
 * One fault of an input: where it is (a JSON pointer into the body, or a parameter), a stable code,
 * and a sentence.
 */
export const Fault = z.union([z.object({ pointer: z.string(), ...said }), z.object({ parameter: z.string(), ...said })])
export type Fault = Readonly<z.output<typeof Fault>>

/** A refusal: the domain understood, and says no. It carries a code, never a status. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal'
  readonly code: RefusalCode
  readonly detail: string
  readonly faults: readonly Fault[]

  constructor(code: RefusalCode, detail: string, faults: readonly Fault[] = []) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
    this.faults = faults
  }
}

/** Throws a refusal; usable in expressions. */
export function refuse(code: RefusalCode, detail: string, faults: readonly Fault[] = []): never {
  throw new Refusal(code, detail, faults)
}

/** Returns the refusal for a caller whose token is valid but whose account has been deleted. */
export function accountGone(): Refusal {
  return new Refusal('ACCOUNT_NOT_FOUND', 'This account does not exist any more.')
}

/** Returns the refusal of an id that something has already; it tells nothing of whose it is. */
export function idTaken(): Refusal {
  return new Refusal('ID_TAKEN', 'This id belongs to something else already.')
}

/**
 * Returns the refusal of an id that is that of something of the caller's with other content; the faults
 * say where it differs.
 */
export function otherContent(differing: readonly ({ pointer: string } | { parameter: string })[]): Refusal {
  const names = differing.map((where) => ('pointer' in where ? where.pointer.slice(1) : where.parameter))
  const faults = differing.map((where): Fault => ({ ...where, code: 'DIFFERS', detail: 'is not what is there' }))
  return new Refusal('ID_TAKEN', `This id is that of something of yours with other content: ${few(names)}.`, faults)
}

/** As many names as a sentence takes; the faults have all of them. */
const namesMax = 8

function few(names: readonly string[]): string {
  const more = names.length - namesMax
  return more > 0 ? `${names.slice(0, namesMax).join(', ')} and ${more} more` : names.join(', ')
}

/**
 * Refuses when there are faults: with METRIC_MISMATCH when all are of that kind, else with
 * INVALID_INPUT.
 */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length === 0) return
  const mismatched = faults.every(({ code }) => code === 'METRIC_MISMATCH')
  if (mismatched) throw new Refusal('METRIC_MISMATCH', 'Reps and seconds do not mix.', faults)
  throw new Refusal('INVALID_INPUT', 'Something in the input is wrong.', faults)
}
