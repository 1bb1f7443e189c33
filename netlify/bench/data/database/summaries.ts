import type { Database } from '#database/connection.js'
import { refreshDailySummaries } from '#queries/daily-workout-summary-writes.js'
import type { Enrolled } from '../people/enrol.js'

/** Sums up the days of all athletes, by the statement that does it for requests, two athletes at a time. */
export async function summarise(
  database: Database,
  enrolled: readonly Enrolled[],
  now: Date,
  onDone: (athletes: number) => void,
): Promise<void> {
  const waiting = [...enrolled]
  const work = async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const dates = [...new Set(one.schedule.map(({ date }) => date))]
      await database.batch([refreshDailySummaries({ userId: one.person.athlete.id, dates, now })])
      onDone(enrolled.length - waiting.length)
    }
  }
  await Promise.all([work(), work()])
}
