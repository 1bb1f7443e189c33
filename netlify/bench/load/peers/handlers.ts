import pg from 'pg'
import { rangeOf } from '../../../functions/core/domain/calendar/iso-week.js'
import * as statements from '../floor/statements.js'
import { tokenVerifier } from '../floor/token.js'
import { workOn } from '../floor/work.js'

/** What servers that are written by hand do behind their own routing: the floor's reads and inserts, over a pool. */
export async function handlers() {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 5 })
  const work = workOn(pool, { named: false, sameRows: false })
  const first = async (statement: statements.FloorStatement, values: readonly unknown[]) =>
    (await work.read(statement, values))[0] ?? null
  return {
    whoAsks: await tokenVerifier(),
    libraryList: (category: string | undefined, level: string | undefined) =>
      work.read(statements.libraryList, [category, level]),
    exercise: (slug: string) => first(statements.exerciseBySlug, [slug]),
    week: (athlete: string, week: string) => {
      const { from, to } = rangeOf(week)
      return first(statements.week, [athlete, from, to])
    },
    session: (athlete: string, id: string) => first(statements.session, [id, athlete]),
    createSession: work.createSession,
    logSet: work.logSet,
  }
}
