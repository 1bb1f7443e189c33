import type { Exact } from './exact/measure-exact.js'
import type { OperationName } from './operations/ask.js'

/** What was measured of a server under a load: medians of the rounds. */
export type Cell = {
  readonly requestsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** CPU of the server's processes for a request, in milliseconds. */
  readonly cpuMs: number
  readonly residentMb: number
  /** Of all rounds. */
  readonly errors: number
}

/** One operation under so many connections. */
export type LoadRow = {
  readonly operation: OperationName
  readonly connections: number
  readonly rounds: number
  readonly cells: Readonly<Record<string, Cell>>
  /** Our requests per second by those of each other server: the median of the rounds' ratios. */
  readonly ratios: Readonly<Record<string, number>>
}

export type LoadSection = {
  readonly rows: readonly LoadRow[]
  /** The spread of single rounds' ratios of the floor to itself: the machine's noise. */
  readonly noise: number
  readonly sessions: number
}

export type ExactRow = { readonly operation: OperationName } & Exact

/** One operation for one athlete with so many sessions in the log. */
export type GrowthRow = {
  readonly operation: OperationName
  readonly sessions: number
  readonly cpuMs: number
  readonly wallMs: number
  readonly payloadBytes: number
  /** Set where an answer was no success. */
  readonly failed?: string
}

/** One operation for the same athletes in a small and in a large database. */
export type DatabaseRow = {
  readonly operation: OperationName
  readonly p50Ms: readonly [small: number, large: number]
  /** The median of the rounds' ratios, large by small. */
  readonly p50Ratio: number
  readonly rowsRead: readonly [small: number | null, large: number | null]
}

export type DatabaseSection = { readonly sessions: readonly [number, number]; readonly rows: readonly DatabaseRow[] }

/** pgbench on the floor's statements. */
export type PgbenchRow = {
  readonly operation: OperationName
  readonly transactionsPerSecond: number
  /** Our requests per second by its transactions. */
  readonly ratio: number
}

/** An index that nothing looked into. */
export type UnusedIndex = {
  readonly name: string
  readonly table: string
  /** Rows of the table that were written meanwhile. */
  readonly writes: number
  /** Who reads it, as the guide to the database says. */
  readonly readBy: string
}

/** All that one kind of run has measured; a part that was run alone takes its own place. */
export type Result = {
  readonly machine: Machine
  readonly load?: LoadSection
  /** Listed after the load. */
  readonly unusedIndexes?: readonly UnusedIndex[]
  readonly exact?: readonly ExactRow[]
  readonly growth?: readonly GrowthRow[]
  readonly database?: DatabaseSection
  readonly pgbench?: readonly PgbenchRow[]
  /** Why what could not be measured was not, by its name. */
  readonly notRun: Readonly<Record<string, string>>
}

export type Machine = {
  readonly at: string
  readonly node: string
  readonly postgres: string
  readonly processor: string
  readonly cores: number
  /** Processes that wanted a core, in the minute before. */
  readonly busy: number
}

/** docs/performance.json: the last result of each kind of run. */
export type Kept = { readonly [kind in Kind]?: Result }
export type Kind = 'full' | 'quick' | 'before'
