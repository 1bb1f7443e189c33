/** How many of the newest days, months and years keep a checkpoint. */
const newest = { days: 2, months: 2 }

/**
 * Chooses the days of which a checkpoint is kept: the last two, the last one of each of the last two
 * months, and the last one of each year. So what a correction costs depends on how long ago that was,
 * a second session of a day goes on from the day before, and an athlete of ten years has some fourteen.
 *
 * @param days days on which something happened (`YYYY-MM-DD`), in any order.
 */
export function checkpointDays(days: Iterable<string>): Set<string> {
  const oldestFirst = [...new Set(days)].sort()
  const lastOf = (length: number) => [...new Map(oldestFirst.map((day) => [day.slice(0, length), day])).values()]
  const [years, months] = [lastOf('2026'.length), lastOf('2026-11'.length)]
  return new Set([...years, ...months.slice(-newest.months), ...oldestFirst.slice(-newest.days)])
}
