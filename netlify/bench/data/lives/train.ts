import type { DomainEvent } from '#domain/event/event.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import { completeSession, skipSession, startSession } from '#domain/session/life.js'
import { revise } from '#domain/session/revise.js'
import type { Moment, PlannedSession, Session } from '#domain/session/session.js'
import { sessionEvents } from '#domain/session/session-events.js'
import { correctSet } from '#domain/session/set-logs.js'
import type { Random } from '#infrastructure/demo/random.js'
import { trainSession } from '#infrastructure/demo/train-session.js'
import type { Person } from '../people/person.js'
import type { Outcome } from '../people/schedule.js'
import { after } from './clock.js'
import { shareOfStandard, strengthOn } from './strength.js'
import type { World } from './world.js'

/** A session as it is in the end, with what happened, and when that was over. */
export type Lived = { readonly session: Session; readonly events: readonly DomainEvent[]; readonly endedAt: Date }

const correctedShare = 0.03
const soreShare = 0.02
const remarkedShare = 0.15
const remarks = [
  'Felt strong',
  'Short on sleep',
  'Slow and clean',
  'In the park',
  'Grip gave out first',
  'Again!',
] as const

/** Lets a planned session become what its outcome says. */
export function live(
  planned: PlannedSession,
  outcome: Outcome,
  person: Person,
  startedAt: Date,
  world: World,
  random: Random,
): Lived {
  switch (outcome) {
    case 'ahead':
    case 'missed':
      return { session: planned, events: [], endedAt: new Date(planned.createdAt) }
    case 'skipped':
      return change({ session: planned, events: [], endedAt: startedAt }, startedAt, () => skipSession(planned))
    case 'begun':
      return begin(planned, startedAt, world)
    case 'done':
      if (planned.exercises.length === 0) return writeDown(planned, startedAt, world, random)
      return corrected(train(planned, person, startedAt, world, random), world, random)
  }
}

/** Performs each set, sometimes with pain, as well as the athlete can on that day. */
function train(planned: PlannedSession, person: Person, startedAt: Date, world: World, random: Random): Lived {
  const sore = person.bodyMassKg !== null && random.chance(soreShare) ? planned.exercises[0] : undefined
  return trainSession(
    planned,
    {
      rules: world.ruleBook.inForce,
      startedAt,
      progress: 0,
      strengthOf: (id) => {
        const { category, difficulty } = exerciseIn(world.library, id)
        const share = shareOfStandard(strengthOn(person, category, planned.date), difficulty)
        return { atStart: share, atEnd: share }
      },
      soreExerciseId: sore?.exercise.id ?? null,
      notes: random.chance(remarkedShare) ? random.pick(remarks) : null,
    },
    random,
  )
}

/** Writes down that there was training, and nothing of what was done. */
function writeDown(planned: PlannedSession, startedAt: Date, world: World, random: Random): Lived {
  const begun = begin(planned, startedAt, world)
  const endedAt = after(startedAt, 60 * Math.round(random.between(15, 75)))
  return change(begun, endedAt, () =>
    completeSession(begun.session, { withoutSets: true }, momentOf(planned, endedAt, world)),
  )
}

function begin(planned: PlannedSession, startedAt: Date, world: World): Lived {
  return change({ session: planned, events: [], endedAt: startedAt }, startedAt, () =>
    startSession(planned, {}, momentOf(planned, startedAt, world)),
  )
}

/** Corrects a set now and then, some minutes after the session. */
function corrected(lived: Lived, world: World, random: Random): Lived {
  if (!random.chance(correctedShare)) return lived
  const { session } = lived
  const [item] = session.exercises
  const set = item?.sets.at(-1)
  if (!item || !set) return lived
  const now = after(lived.endedAt, 60 * Math.round(random.between(1, 20)))
  const patch = set.reps === null ? { duration: (set.duration ?? 0) + 5 } : { reps: set.reps + 1 }
  const place = { sessionExerciseId: item.id, setId: set.id }
  return change(lived, now, () => correctSet(session, place, patch, momentOf(session, now, world)))
}

function momentOf({ date }: Session, now: Date, { ruleBook }: World): Moment {
  return { now, today: date, rules: ruleBook.inForce }
}

function change({ session: before, events }: Lived, now: Date, decide: () => Session): Lived {
  const session = revise(before, decide(), now)
  return { session, events: [...events, ...sessionEvents(before, session, { now })], endedAt: now }
}
