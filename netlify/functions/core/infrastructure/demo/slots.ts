import { addDays } from '#domain/calendar/days-between.js'
import { mondayOf } from '#domain/calendar/iso-week.js'
import { demoWeek, demoWeeks } from './demo-athlete.js'

/** A day and time in the athlete's week for a session. */
export type Slot = {
  readonly date: string
  /** The time of day in the athlete's time zone. */
  readonly time: string
  /** How many full weeks have passed since the history began. */
  readonly week: number
  readonly ranks: readonly number[]
}

/** Returns the Monday on which the history begins. */
export function firstMonday(today: string): string {
  return addDays(mondayOf(today), -7 * demoWeeks)
}

/** Returns the slots of all weeks of history and of the week of `today`. */
export function slotsOf(today: string): Slot[] {
  const weeks = Array.from({ length: demoWeeks + 1 }, (_, week) => week)
  return weeks.flatMap((week) =>
    demoWeek.map(({ day, time, ranks }) => ({ date: addDays(firstMonday(today), 7 * week + day), time, week, ranks })),
  )
}

/** Returns the slots of the week of `today` that have not passed. */
export function slotsAhead(today: string): Slot[] {
  return slotsOf(today).filter(({ date }) => date >= today)
}
