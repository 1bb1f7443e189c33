import pg from 'pg'
import { rangeOf } from '../../../../functions/core/domain/calendar/iso-week.js'
import * as statements from '../../floor/statements.js'
import { tokenVerifier, type WhoAsks } from '../../floor/token.js'
import { type LoggedSet, workOn } from '../../floor/work.js'

/** What stands behind routes that are written by hand, whatever the framework and the way to the database. */
export type Handlers = {
  readonly whoAsks: WhoAsks
  readonly libraryList: (category: string | undefined, level: string | undefined) => Promise<unknown>
  readonly exercise: (slug: string) => Promise<unknown>
  readonly week: (athlete: string, week: string) => Promise<unknown>
  readonly session: (athlete: string, id: string) => Promise<unknown>
  readonly createSession: (athlete: string, date: string) => Promise<unknown>
  readonly logSet: (athlete: string, set: LoggedSet) => Promise<unknown>
  readonly completeSession: (athlete: string, id: string) => Promise<unknown>
}

/** The floor's reads and inserts, over a pool. */
export async function pgHandlers(): Promise<Handlers> {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 5 })
  const work = workOn(pool, { named: false, sameRows: null })
  const first = async (statement: statements.FloorStatement, values: readonly unknown[]) =>
    (await work.read(statement, values))[0] ?? null
  return {
    whoAsks: await tokenVerifier(),
    libraryList: (category, level) => work.read(statements.libraryList, [category, level]),
    exercise: (slug) => first(statements.exerciseBySlug, [slug]),
    week: (athlete, week) => {
      const { from, to } = rangeOf(week)
      return first(statements.week, [athlete, from, to])
    },
    session: (athlete, id) => first(statements.session, [id, athlete]),
    createSession: work.createSession,
    logSet: work.logSet,
    completeSession: work.completeSession,
  }
}
