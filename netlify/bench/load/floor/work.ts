import type pg from 'pg'
import { plannedSlugs, setsOfExercise } from '../operations/bodies.js'
import { type AnyCheckpoint, followSession } from './follow-session.js'
import type { Run, Within } from './run.js'
import type { FloorStatement } from './statements.js'
import * as statements from './statements.js'

/** The reads and writes that any of these products needs, with hand-written SQL over `pg`. */
export type Work = {
  readonly read: (statement: FloorStatement, values: readonly unknown[]) => Promise<readonly unknown[]>
  readonly createSession: (athlete: string, date: string) => Promise<unknown>
  readonly logSet: (athlete: string, set: LoggedSet) => Promise<unknown>
  readonly completeSession: (athlete: string, id: string) => Promise<unknown>
  readonly putSession: (athlete: string, whole: WholeSession) => Promise<unknown>
}

export type LoggedSet = {
  readonly sessionId: string
  readonly exerciseId: string
  readonly setNumber: number
  readonly reps: number
  readonly rpe: number
}

export type WholeSession = {
  readonly id: string
  readonly date: string
  readonly startedAt: string
  readonly completedAt: string
}

type Manner = {
  /** Prepares each statement once per connection. */
  readonly named: boolean
  /** What stands for every checkpoint, where all rows of our commands are written; else the bare inserts are. */
  readonly sameRows: AnyCheckpoint | null
}

/**
 * Does the bare inserts, or all that our command writes in one transaction: events, the day's sums and versions
 * too, and what follows from a completed session, which the floor has not to find out.
 */
export function workOn(pool: pg.Pool, { named, sameRows }: Manner): Work {
  const asked = ({ name, text }: FloorStatement, values: readonly unknown[]) =>
    named ? { name, text, values: [...values] } : { text, values: [...values] }
  const once: Run = (statement, values) => pool.query(asked(statement, values))
  const within = async (work: (run: Run) => Promise<unknown>) => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      const result = await work((statement, values) => client.query(asked(statement, values)))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
  const writes = sameRows ? withHistory(within, sameRows) : bare(once)
  return { read: async (statement, values) => (await once(statement, values)).rows, ...writes }
}

type Writes = Omit<Work, 'read'>

function bare(run: Run): Writes {
  return {
    createSession: async (athlete, date) => (await run(statements.createSession, [athlete, date])).rows,
    logSet: async (athlete, set) => (await run(statements.logSet, setValues(athlete, set))).rows[0],
    completeSession: async (athlete, id) => (await run(statements.completeSession, [id, athlete])).rows[0],
    putSession: async (athlete, whole) => (await run(statements.putSession, wholeValues(athlete, whole))).rows,
  }
}

function withHistory(within: Within, checkpoint: AnyCheckpoint): Writes {
  const exercises = plannedSlugs.length
  const sets = exercises * setsOfExercise
  return {
    createSession: (athlete, date) =>
      within(async (run) => {
        const { rows } = await run(statements.createSession, [athlete, date])
        const id = rows[0]?.session_id
        await run(statements.appendEvent, [athlete, 'session.planned', id, { sessionId: id, date, exercises: rows }])
        await run(statements.addToDay, [athlete, date, 1, exercises, sets, 0, 0])
        return rows
      }),
    logSet: (athlete, set) =>
      within(async (run) => {
        const touched = await run(statements.touchSession, [set.sessionId, athlete])
        await run(statements.touchExercise, [set.exerciseId, athlete])
        const { rows } = await run(statements.logSet, setValues(athlete, set))
        await run(statements.appendEvent, [athlete, 'set.logged', set.sessionId, { ...set, id: rows[0]?.id }])
        await run(statements.addToDay, [athlete, touched.rows[0]?.session_date, 0, 0, 0, 1, set.reps])
        return rows[0]
      }),
    completeSession: (athlete, id) =>
      within(async (run) => {
        const { rows } = await run(statements.completeSession, [id, athlete])
        const date = rows[0]?.session_date
        await run(statements.addToDay, [athlete, date, 0, 0, 0, 0, 0])
        await followSession(run, { athlete, id, date }, checkpoint)
        return rows[0]
      }),
    putSession: (athlete, whole) =>
      within(async (run) => {
        const { id, date } = whole
        const { rows } = await run(statements.putSession, wholeValues(athlete, whole))
        await run(statements.appendEvent, [athlete, 'session.planned', id, whole])
        await run(statements.appendEvent, [athlete, 'session.started', id, whole])
        for (const row of rows) await run(statements.appendEvent, [athlete, 'set.logged', row.id, row])
        await run(statements.addToDay, [athlete, date, 1, exercises, sets, sets, 8 * sets])
        await followSession(run, { athlete, id, date }, checkpoint)
        return rows
      }),
  }
}

function setValues(athlete: string, { exerciseId, setNumber, reps, rpe }: LoggedSet): unknown[] {
  return [exerciseId, athlete, setNumber, reps, rpe]
}

function wholeValues(athlete: string, { id, date, startedAt, completedAt }: WholeSession): unknown[] {
  return [id, athlete, date, startedAt, completedAt]
}
