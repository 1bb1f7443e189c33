import { type Alternated, alternate, type Rounds } from '../drive/alternate.js'
import type { Driven } from '../drive/drive.js'
import { median, spreadOf } from '../drive/statistics.js'
import type { Ground, Subject } from '../drive/subject.js'
import { floorAgain } from '../floor/floor-subjects.js'
import { ourName } from '../host/our-subject.js'
import type { OperationName } from '../operations/ask.js'
import type { Cell, LoadRow, LoadSection } from '../result.js'

export type LoadPlan = {
  readonly operations: readonly OperationName[]
  readonly connections: readonly number[]
  /** With how many connections every server is measured; with the others only the product and the floor. */
  readonly everybodyAt: number
  readonly rounds: number
  readonly seconds: number
  readonly sessions: number
}

/** Loads every operation, and compares the product with the others in the same rounds. */
export async function measureLoad(
  subjects: readonly Subject[],
  ground: Ground,
  plan: LoadPlan,
  log: (row: LoadRow) => void,
): Promise<LoadSection> {
  const rows: LoadRow[] = []
  const againsts: number[] = []
  for (const operation of plan.operations) {
    for (const connections of plan.connections) {
      const asked = subjects.filter(
        ({ name, answers }) =>
          answers.has(operation) && (connections === plan.everybodyAt || [ourName, 'floor', floorAgain].includes(name)),
      )
      const rounds: Rounds = { connections, rounds: roundsWith(connections, plan), seconds: plan.seconds }
      const seen = await alternate(asked, operation, ground, rounds)
      againsts.push(...ratiosOf(seen, floorAgain, 'floor'))
      const row = rowOf(seen, { operation, ...rounds })
      rows.push(row)
      log(row)
    }
  }
  return { rows, noise: spreadOf(againsts), sessions: plan.sessions }
}

/** Many connections make a round long whatever it is given, so there are fewer of them. */
function roundsWith(connections: number, { rounds, everybodyAt }: LoadPlan): number {
  return connections > 8 * everybodyAt ? Math.min(2, rounds) : rounds
}

/** The requests per second of one by those of the other, round by round; none where one was not there. */
function ratiosOf(seen: Alternated, of: string, by: string): number[] {
  const others = seen.get(by) ?? []
  return (seen.get(of) ?? []).flatMap((one, round) => {
    const other = others[round]
    return other ? [one.requestsPerSecond / other.requestsPerSecond] : []
  })
}

function rowOf(seen: Alternated, of: Pick<LoadRow, 'operation' | 'connections' | 'rounds'>): LoadRow {
  const names = [...seen.keys()].filter((name) => name !== floorAgain)
  const cells = names.map((name) => [name, cellOf(seen.get(name) ?? [])] as const)
  const others = names.filter((name) => name !== ourName)
  return {
    operation: of.operation,
    connections: of.connections,
    rounds: of.rounds,
    cells: Object.fromEntries(cells),
    ratios: Object.fromEntries(others.map((name) => [name, median(ratiosOf(seen, ourName, name))])),
  }
}

function cellOf(rounds: readonly Driven[]): Cell {
  const middle = (field: keyof Driven) => median(rounds.map((round) => round[field]))
  return {
    requestsPerSecond: middle('requestsPerSecond'),
    p50Ms: middle('p50Ms'),
    p99Ms: middle('p99Ms'),
    cpuMs: middle('cpuMsPerRequest'),
    residentMb: Math.max(...rounds.map(({ residentBytes }) => residentBytes)) / 1e6,
    errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
  }
}
