import { addDays } from '#domain/calendar/days-between.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedSession, TrainingLog } from '#domain/training/training-log.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import type { DailyCheckIn } from './check-in.schema.js'

/** A pain (0-10) as the athlete noted it on a day. */
export type PainNote = { readonly on: string; readonly pain: number }

/**
 * Lists the pain that was noted from one day to another, with sets and with check-ins; a day
 * without a note is left out.
 */
export function painNotes(
  trainingLog: TrainingLog,
  checkIns: readonly DailyCheckIn[],
  { from, to }: { readonly from: string; readonly to: string },
): PainNote[] {
  const isWithin = ({ date }: { readonly date: string }) => date >= from && date <= to
  const notes = [
    ...trainingLog.sessions
      .filter(isWithin)
      .flatMap((session) => painsIn(session).map((pain) => ({ on: session.date, pain }))),
    ...checkIns.filter(isWithin).flatMap(({ date, pain }) => (pain === null ? [] : [{ on: date, pain }])),
  ]
  return notes.toSorted((one, other) => compareCodePoints(one.on, other.on))
}

/** Returns the largest pain (0-10) of the last days, up to one; null when none was noted. */
export function recentPain(
  trainingLog: TrainingLog,
  checkIns: readonly DailyCheckIn[],
  today: string,
  { readiness }: TrainingRules,
): number | null {
  const notes = painNotes(trainingLog, checkIns, { from: addDays(today, 1 - readiness.painDays), to: today })
  return notes.length === 0 ? null : Math.max(...notes.map(({ pain }) => pain))
}

function painsIn({ exercises }: LoggedSession): number[] {
  return exercises.flatMap(({ sets }) => sets.map(({ pain }) => pain)).filter((pain) => pain !== null)
}
