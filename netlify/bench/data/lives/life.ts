import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import type { Checkpoint } from '#domain/coach/reading/checkpoint.js'
import { checkpointDays } from '#domain/coach/reading/checkpoint-days.js'
import type { DomainEvent } from '#domain/event/event.js'
import type { Session } from '#domain/session/session.js'
import { planningEvents } from '#domain/session/session-events.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { Person } from '../people/person.js'
import type { Slot } from '../people/schedule.js'
import type { TimedRandom } from '../people/timed-random.js'
import { beginning, weighIn } from './beginning.js'
import { after, instantAt } from './clock.js'
import { planSlot } from './plan.js'
import { runningFold } from './running-fold.js'
import { blockNumber, blockOn } from './strength.js'
import { live } from './train.js'
import type { World } from './world.js'

/** What happens in a life: a session, or what is told without one, with its events in order. */
export type Happening = { readonly session: Session | null; readonly events: readonly DomainEvent[] }

/** A life that is lived day by day. */
export type Life = {
  readonly person: Person
  /** When the account was made. */
  readonly began: Date
  /** What follows from all that has happened so far. */
  readonly state: TrainingState
  /** The checkpoints of the days that have passed. */
  readonly checkpoints: () => readonly Checkpoint[]
  /** Lives on, up to and with a day, and yields what happens. */
  readonly until: (day: string) => Generator<Happening>
}

const daysBetweenWeighIns = 28
/** How long before a session it is planned, at most, in minutes. */
const planningMinutesMax = 600

/**
 * Begins a life with this schedule. Everything goes through the decisions of the domain, as requests do,
 * so that working sets follow from what was performed. The same randomness makes the same life.
 */
export function beginLife(person: Person, schedule: readonly Slot[], world: World, random: TimedRandom): Life {
  const done = schedule.filter(({ outcome }) => outcome === 'done').map(({ date }) => date)
  const fold = runningFold(world, checkpointDays(done))
  let block = blockOn(person, person.firstDay, world)
  random.mintAt(instantAt(person.timeZone, addDays(person.firstDay, -1), 20 * 60))
  const first = beginning(person, block, random, world)
  fold.direct(first.events)
  let lastAt = first.at
  let weighed = { on: person.firstDay, kg: person.bodyMassKg }
  let turn = 0
  let isFirst = true

  function happen(slot: Slot): Happening {
    if (blockNumber(person, slot.date) !== block.number) block = blockOn(person, slot.date, world)
    const startsAt = latest(instantAt(person.timeZone, slot.date, slot.minute), after(lastAt, 600))
    const now = planningInstant(slot, startsAt)
    random.mintAt(now)
    const scales = weighAgain(slot, now)
    const planned = planSlot(
      {
        slot,
        block,
        turn,
        state: fold.state,
        bodyMassKg: weighed.kg,
        now,
        inFull: person.inFull || slot.date >= world.detailedFrom,
      },
      world,
      random,
    )
    random.mintAt(startsAt)
    const lived = live(planned, slot.outcome, person, startsAt, world, random)
    turn += 1
    lastAt = lived.endedAt
    const learned = fold.learn(lived.session)
    return {
      session: lived.session,
      events: [...scales, ...planningEvents(planned, { now }), ...lived.events, ...learned],
    }
  }

  /** A session is planned some hours before it, and never before the last one is over. */
  function planningInstant({ outcome }: Slot, startsAt: Date): Date {
    const minutes = Math.round(random.between(1, planningMinutesMax))
    const wanted =
      outcome === 'ahead' ? instantAt(person.timeZone, world.until, 21 * 60) : after(startsAt, -60 * minutes)
    return latest(wanted, after(lastAt, 60))
  }

  function weighAgain({ date, outcome }: Slot, now: Date): DomainEvent[] {
    if (weighed.kg === null || outcome !== 'done' || daysBetween(weighed.on, date) < daysBetweenWeighIns) return []
    weighed = { on: date, kg: Math.round((weighed.kg + random.normal(0.4)) * 10) / 10 }
    return weighIn(weighed.kg, date, now)
  }

  return {
    person,
    began: first.at,
    state: fold.state,
    checkpoints: fold.checkpoints,
    *until(day) {
      if (isFirst && person.firstDay <= day) {
        isFirst = false
        yield { session: null, events: first.events }
      }
      for (let slot = schedule[turn]; slot && slot.date <= day; slot = schedule[turn]) yield happen(slot)
    },
  }
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other
}
