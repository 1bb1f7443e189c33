/**
 * Why a statement failed, in the few kinds that callers tell apart:
 * - `constraint`: a constraint refused the write; `constraint` names it
 * - `guard`: `app.ensure` raised; `constraint` carries the guard's code
 * - `conflict`: a serialization failure or deadlock (40001, 40P01); the whole unit of work may be
 *   tried again
 * - `timeout`: the statement or lock timeout of the unit of work (57014, 55P03)
 * - `unavailable`: there is no connection, or it broke, or the server has no disk, memory or
 *   connection left; with `ambiguous` the work may have been committed
 * - `unexpected`: everything else, which is a fault of this project
 */
export type DatabaseErrorKind = 'constraint' | 'guard' | 'conflict' | 'timeout' | 'unavailable' | 'unexpected'

export type DatabaseErrorFacts = {
  readonly kind: DatabaseErrorKind
  readonly sqlState: string | null
  readonly constraint: string | null
  /** What a guard says besides its code; null for all else, whose details may show rows. */
  readonly detail: string | null
  /** The connection broke after the work was sent: it may or may not have been committed. */
  readonly ambiguous: boolean
  /** The name of the statement that failed, when it is known. */
  readonly statement: string | null
}

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly facts: DatabaseErrorFacts

  constructor(facts: DatabaseErrorFacts, cause: unknown) {
    super(`database: ${facts.kind}${facts.sqlState ? ` (${facts.sqlState})` : ''}`, { cause })
    this.facts = facts
  }
}

/** What the adapter knows about a failed exchange besides the error itself. */
export type Exchange = {
  /**
   * True when the work was sent and would have changed something: without an answer, nobody knows
   * whether it did.
   */
  readonly mayHaveCommitted: boolean
}

/**
 * Translates a driver's error by its SQLSTATE, never by its message. An error without a SQLSTATE
 * counts as a lost connection when it came out of an exchange with the database; otherwise only the
 * network's own error codes do.
 */
export function toDatabaseError(
  error: unknown,
  statementName: string | null = null,
  exchange?: Exchange,
): DatabaseError {
  if (error instanceof DatabaseError) return error
  const sqlState = sqlStateOf(error)
  const kind = sqlState ? kindOf(sqlState) : exchange || isNetworkFailure(error) ? 'unavailable' : 'unexpected'
  return new DatabaseError(
    {
      kind,
      sqlState,
      constraint: sqlState ? textOf(error, 'constraint') : null,
      detail: kind === 'guard' ? textOf(error, 'detail') : null,
      ambiguous: kind === 'unavailable' && exchange?.mayHaveCommitted === true && !isUndone(error, sqlState),
      statement: statementName,
    },
    error,
  )
}

function kindOf(sqlState: string): DatabaseErrorKind {
  if (sqlState === 'CQ001') return 'guard'
  if (sqlState.startsWith('23')) return 'constraint'
  if (sqlState === '40001' || sqlState === '40P01') return 'conflict'
  if (sqlState === '57014' || sqlState === '55P03') return 'timeout'
  if (sqlState.startsWith('08') || /^57P0[1-3]$/.test(sqlState) || isExhausted(sqlState)) return 'unavailable'
  return 'unexpected'
}

/**
 * Tells whether the server lacks disk, memory or connections (class 53), or its disk fails (58030).
 */
function isExhausted(sqlState: string): boolean {
  return sqlState.startsWith('53') || sqlState === '58030'
}

/**
 * Returns the SQLSTATE of an error. A SQLSTATE contains a digit, unlike `EPIPE`, and has five
 * characters, unlike the other network codes.
 */
export function sqlStateOf(error: unknown): string | null {
  const code = textOf(error, 'code')
  return code && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : null
}

/** The codes of a connection that was never opened, or that the server refused. */
const doorCodes = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
  ...['57P03', '53300', '08001', '08004'],
])

const brokenCodes = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET'])

/**
 * Tells whether the work certainly left no trace: it never started, or the server undid it and kept
 * running. A server that panics may have committed it before.
 */
function isUndone(error: unknown, sqlState: string | null): boolean {
  if (sqlState && isExhausted(sqlState) && textOf(error, 'severity') === 'ERROR') return true
  return [sqlState, ...networkCodes(error)].some((code) => code !== null && doorCodes.has(code))
}

function isNetworkFailure(error: unknown): boolean {
  return networkCodes(error).some((code) => doorCodes.has(code) || brokenCodes.has(code))
}

/**
 * Collects the codes along the chain of causes: `fetch` hides the socket's error in `cause`, and
 * the Neon driver hides that in `sourceError`.
 */
function networkCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const code = textOf(error, 'code')
  const source = 'sourceError' in error ? error.sourceError : error.cause
  return [...(code ? [code] : []), ...networkCodes(source)]
}

function textOf(error: unknown, field: string): string | null {
  if (!(error instanceof Error)) return null
  const value: unknown = Reflect.get(error, field)
  return typeof value === 'string' && value !== '' ? value : null
}
