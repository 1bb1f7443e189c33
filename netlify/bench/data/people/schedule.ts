import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import type { Random } from '#infrastructure/demo/random.js'
import type { Person } from './person.js'

/**
 * What becomes of a session: it is done; it is skipped; nobody says anything, so that it stays planned;
 * it is begun and never ended; or its day has not come.
 */
export type Outcome = 'done' | 'skipped' | 'missed' | 'begun' | 'ahead'

/** A session in an athlete's life: its day, when it begins, in minutes after midnight there, and its outcome. */
export type Slot = { readonly date: string; readonly minute: number; readonly outcome: Outcome }

const begunShare = 0.004
const daysBetweenBreaks = 120
/** Parts of a day in which one can train, in minutes from the hour that the athlete likes. */
const partsOfDay = [0, -6 * 60, 5 * 60] as const
const earliest = 5 * 60
const latest = 22 * 60

type Place = { readonly day: number; readonly part: number; readonly order: number }

/**
 * Chooses the days and times of an athlete's sessions, as many as they have, in order: rather on the
 * weekdays and at the hour that they like, seldom twice a day, and hardly during breaks.
 *
 * @param until the last day that has passed.
 */
export function scheduleOf(person: Person, until: string, random: Random): Slot[] {
  const days = daysBetween(person.firstDay, person.lastDay) + 1
  const inBreak = breaksIn(days, random)
  const firstWeekday = (new Date(person.firstDay).getUTCDay() + 6) % 7
  const places = Array.from({ length: days * partsOfDay.length }, (_, index): Place => {
    const [day, part] = [Math.floor(index / partsOfDay.length), index % partsOfDay.length]
    const gladness =
      (person.weekdays[(firstWeekday + day) % 7] ?? 1) * (part === 0 ? 1 : 0.06) * (inBreak(day) ? 0.01 : 1)
    // the smallest of such draws are a sample without repetition, weighted by gladness
    return { day, part, order: -Math.log(1 - random.next()) / gladness }
  })
  return places
    .toSorted((a, b) => a.order - b.order)
    .slice(0, person.sessions)
    .map((place) => slotAt(place, person, until, random))
    .toSorted((a, b) => (a.date === b.date ? a.minute - b.minute : a.date < b.date ? -1 : 1))
}

function slotAt({ day, part }: Place, person: Person, until: string, random: Random): Slot {
  const date = addDays(person.firstDay, day)
  const middle = person.minute + (partsOfDay[part] ?? 0)
  // who likes the morning has no room before it, and who likes the evening none after it
  const within = middle < earliest ? middle + 9 * 60 : middle > latest ? middle - 9 * 60 : middle
  const minute = Math.round(within + random.between(-40, 40))
  return { date, minute, outcome: outcomeOf(date, person, until, random) }
}

function outcomeOf(date: string, { missedShare, inFull }: Person, until: string, random: Random): Outcome {
  if (date > until) return 'ahead'
  if (inFull) return 'done'
  if (random.chance(missedShare)) return random.chance(0.6) ? 'skipped' : 'missed'
  return random.chance(begunShare) ? 'begun' : 'done'
}

/** Draws holidays, illness and low spirits: breaks of one to five weeks. */
function breaksIn(days: number, random: Random): (day: number) => boolean {
  const breaks = Array.from({ length: Math.floor(days / daysBetweenBreaks) }, () => {
    const from = Math.floor(random.next() * days)
    return { from, to: from + Math.round(random.between(7, 35)) }
  })
  return (day) => breaks.some(({ from, to }) => day >= from && day < to)
}
