import { addDays } from '#domain/calendar/days-between.js'
import type { PainSite } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import type { DailyCheckIn } from './check-in.schema.js'

/** A pain (0-10) as the athlete noted it on a day, and where it was, if that was said. */
export type PainNote = { readonly on: string; readonly pain: number; readonly painSite: PainSite | null }

/** Sessions, of whose sets nothing but the pain is looked at. */
type Trained = {
  readonly sessions: readonly {
    readonly date: string
    readonly exercises: readonly { readonly sets: readonly Noted[] }[]
  }[]
}

type Noted = { readonly pain: number | null; readonly painSite: PainSite | null }

/**
 * Lists the pain that was noted from one day to another, with sets and with check-ins; a day
 * without a note is left out.
 */
export function painNotes(
  { sessions }: Trained,
  checkIns: readonly DailyCheckIn[],
  { from, to }: { readonly from: string; readonly to: string },
): PainNote[] {
  const isWithin = ({ date }: { readonly date: string }) => date >= from && date <= to
  const notes = [
    ...sessions.filter(isWithin).flatMap((session) => setsIn(session).flatMap((set) => noteOf(session.date, set))),
    ...checkIns.filter(isWithin).flatMap((checkIn) => noteOf(checkIn.date, checkIn)),
  ]
  return notes.toSorted((one, other) => compareCodePoints(one.on, other.on))
}

/** Returns the largest pain (0-10) of the last days, up to one; null when none was noted. */
export function recentPain(
  trained: Trained,
  checkIns: readonly DailyCheckIn[],
  today: string,
  { readiness }: TrainingRules,
): number | null {
  const notes = painNotes(trained, checkIns, { from: addDays(today, 1 - readiness.painDays), to: today })
  return notes.length === 0 ? null : Math.max(...notes.map(({ pain }) => pain))
}

function noteOf(on: string, { pain, painSite }: Noted): PainNote[] {
  return pain === null ? [] : [{ on, pain, painSite }]
}

function setsIn({ exercises }: Trained['sessions'][number]): readonly Noted[] {
  return exercises.flatMap(({ sets }) => sets)
}
