/** How many of the newest days, months and years keep a checkpoint. */
const newest = { days: 4, months: 2 }

/**
 * Chooses the days of which a checkpoint is kept: the last four, the last one of each of the last two
 * months, and the last one of each year. So what a correction costs depends on how long ago that was,
 * and an athlete of ten years has some sixteen. A fold begins before today wherever the athlete may be
 * (`todayAnywhere`), which may be three days on which they trained.
 *
 * @param days days on which something happened (`YYYY-MM-DD`), in any order.
 */
export function checkpointDays(days: Iterable<string>): Set<string> {
  const oldestFirst = [...new Set(days)].sort()
  const lastOf = (length: number) => [...new Map(oldestFirst.map((day) => [day.slice(0, length), day])).values()]
  const [years, months] = [lastOf('2026'.length), lastOf('2026-11'.length)]
  return new Set([...years, ...months.slice(-newest.months), ...oldestFirst.slice(-newest.days)])
}
