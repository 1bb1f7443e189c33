import { parseArgs } from 'node:util'
import { docsFolder } from './folders.js'
import type { Kind } from './result.js'

export const parts = ['load', 'exact', 'growth', 'database', 'pgbench', 'peers'] as const
export type Part = (typeof parts)[number]

export type Options = {
  readonly kind: Kind
  /** Which parts run; the others stay as they were kept. */
  readonly only: ReadonlySet<Part>
  /** A folder of packed functions; those of this working tree are packed when it is null. */
  readonly functions: string | null
  readonly compare: boolean
  /** Where performance.md and performance.json are. */
  readonly out: string
  readonly sessions: number
  readonly athletes: number
  readonly connections: readonly number[]
  readonly rounds: number
  readonly seconds: number
  /** How often an operation is asked for an athlete of the growth table. */
  readonly times: number
  readonly processes: number
}

export const usage = `npm run bench [-- --quick] [--only ${parts.join(',')}] [--compare] [--functions FOLDER [--before]]
  [--connections 1,16,128,1000] [--rounds N] [--seconds S] [--times N] [--sessions N] [--athletes N] [--processes N] [--out FOLDER]

  --quick      10,000 sessions, fewer connections, the floors and no peers
  --only       these parts alone; what was kept of the others stays
  --functions  measures functions that were packed elsewhere, such as those of an older commit
  --before     keeps what is measured as the column "before": load, exact and growth
  --compare    keeps nothing, and fails when a ratio to the floor fell by more than the machine's noise`

/** What each kind of run takes when nothing else is said. */
const full = { sessions: 1_000_000, athletes: 2_000, connections: '1,16,128,1000', rounds: 3, seconds: 0.6, times: 25 }
const quick = { sessions: 10_000, athletes: 200, connections: '1,16', rounds: 3, seconds: 0.4, times: 9 }

/**
 * Reads the arguments of `npm run bench`.
 *
 * @throws TypeError for one that is not known, RangeError for a number or a part that is none.
 */
export function optionsIn(args: readonly string[]): Options {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ quick: flag, compare: flag, before: flag, only: text, functions: text, out: text },
      ...{ connections: text, rounds: text, seconds: text, times: text },
      ...{ sessions: text, athletes: text, processes: text },
    },
  })
  const usual = values.quick ? quick : full
  return {
    kind: values.before ? 'before' : values.quick ? 'quick' : 'full',
    only: new Set(
      values.only?.split(',').map(partOf) ?? (values.quick || values.before ? parts.filter(isQuick) : parts),
    ),
    functions: values.functions ?? null,
    compare: values.compare,
    out: values.out ?? docsFolder,
    sessions: numberOf(values.sessions, usual.sessions),
    athletes: numberOf(values.athletes, usual.athletes),
    connections: (values.connections ?? usual.connections).split(',').map((one) => numberOf(one, 1)),
    rounds: numberOf(values.rounds, usual.rounds),
    seconds: numberOf(values.seconds, usual.seconds),
    times: numberOf(values.times, usual.times),
    processes: numberOf(values.processes, 1),
  }
}

function isQuick(part: Part): boolean {
  return part === 'load' || part === 'exact' || part === 'growth'
}

function partOf(name: string): Part {
  const part = parts.find((one) => one === name)
  if (!part) throw new RangeError(`"${name}" is no part of the bench: ${parts.join(', ')}`)
  return part
}

function numberOf(text: string | undefined, usual: number): number {
  const number = Number(text ?? usual)
  if (!(number > 0)) throw new RangeError(`"${text}" is not a number above 0`)
  return number
}
