import type { Database } from '#database/connection.js'
import { refreshDailySummaries } from '#queries/daily-workout-summary-writes.js'
import { athletesOf, type Enrolled } from '../people/enrol.js'

/** Sums up the days of all athletes, by the statement that does it for requests, two athletes at a time. */
export async function summarise(
  database: Database,
  enrolled: readonly Enrolled[],
  now: Date,
  onDone: (athletes: number) => void,
): Promise<void> {
  const waiting = enrolled.flatMap((one) => {
    const dates = [...new Set(one.schedule.map(({ date }) => date))]
    return athletesOf(one).map(({ id: userId }) => ({ userId, dates }))
  })
  const all = waiting.length
  const work = async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      await database.batch([refreshDailySummaries({ ...one, now })])
      onDone(all - waiting.length)
    }
  }
  await Promise.all([work(), work()])
}
