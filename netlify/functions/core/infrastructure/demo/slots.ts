import { addDays } from '#domain/calendar/days-between.js'
import { mondayOf } from '#domain/calendar/iso-week.js'
import { demoWeek, demoWeeks } from './demo-athlete.js'

/** A place in the athlete's week for a session. */
export type Slot = {
  readonly date: string
  /** Time of day in the athlete's zone. */
  readonly time: string
  /** Full weeks since the history began. */
  readonly week: number
  readonly ranks: readonly number[]
}

/** The Monday on which the history begins. */
export function firstMonday(today: string): string {
  return addDays(mondayOf(today), -7 * demoWeeks)
}

/** The slots of all weeks of history and of the week of `today`. */
export function slotsOf(today: string): Slot[] {
  const weeks = Array.from({ length: demoWeeks + 1 }, (_, week) => week)
  return weeks.flatMap((week) =>
    demoWeek.map(({ day, time, ranks }) => ({ date: addDays(firstMonday(today), 7 * week + day), time, week, ranks })),
  )
}

/** The slots of the week of `today` that have not passed. */
export function slotsAhead(today: string): Slot[] {
  return slotsOf(today).filter(({ date }) => date >= today)
}
