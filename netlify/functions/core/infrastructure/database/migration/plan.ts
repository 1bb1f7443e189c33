import type { AppliedMigration } from './bookkeeping.js'
import type { MigrationFile } from './migration-file.js'

export type MigrationState = 'applied' | 'pending' | 'unfinished' | 'changed' | 'missing' | 'late'

/**
 * A migration with what the folder and the database say about it; `problem` names what is wrong and
 * the remedy.
 */
export type PlannedMigration = {
  readonly name: string
  readonly state: MigrationState
  readonly file: MigrationFile | null
  readonly applied: AppliedMigration | null
  readonly problem: string | null
}

/**
 * Compares the files of the folder with the migrations that the database has applied, in the order
 * of the numbers.
 */
export function planMigrations(
  files: readonly MigrationFile[],
  applied: readonly AppliedMigration[],
): PlannedMigration[] {
  const highest = applied.reduce((number, row) => Math.max(number, row.number), 0)
  const byNumber = new Map(applied.map((row) => [row.number, row]))
  const present = new Set(files.map(({ number }) => number))
  const planned = files.map((file) => planFile(file, byNumber.get(file.number) ?? null, highest))
  const missing = applied.filter(({ number }) => !present.has(number)).map(planMissing)
  return [...planned, ...missing].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function planFile(file: MigrationFile, applied: AppliedMigration | null, highest: number): PlannedMigration {
  const state = stateOf(file, applied, highest)
  return { name: file.name, state, file, applied, problem: problemOf(state, file, applied, highest) }
}

function stateOf(file: MigrationFile, applied: AppliedMigration | null, highest: number): MigrationState {
  if (applied === null) return file.number < highest ? 'late' : 'pending'
  if (applied.name !== file.name) return 'changed'
  if (!applied.finished) return 'unfinished'
  return applied.checksum === file.checksum ? 'applied' : 'changed'
}

function problemOf(state: MigrationState, { name }: MigrationFile, applied: AppliedMigration | null, highest: number) {
  if (state === 'late')
    return `${name} is late, ${numbered(highest)} is applied already: give it a number above ${numbered(highest)}`
  if (state !== 'changed' || applied === null) return null
  if (applied.name !== name) return `${name} was applied as ${applied.name}: give it that name back`
  return `${name} has changed since it was applied: restore it, and put the change into a new migration (npm run db:new -- slug)`
}

function planMissing(applied: AppliedMigration): PlannedMigration {
  const problem = `${applied.name} was applied, but its file is missing: restore it, or run a version of the project that has it`
  return { name: applied.name, state: 'missing', file: null, applied, problem }
}

function numbered(number: number): string {
  return String(number).padStart(4, '0')
}
