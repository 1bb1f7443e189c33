import { skipSession } from '#domain/session/life.js'
import { revise } from '#domain/session/revise.js'
import type { PlannedSession, Session } from '#domain/session/session.js'
import { sessionEvents } from '#domain/session/session-events.js'
import { deriveTraining } from '#domain/training/derive.js'
import { replayEvents } from '#domain/training/replay-events.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { beginning } from './beginning.js'
import { chooseExercises } from './choose-exercises.js'
import { demoWeeks } from './demo-athlete.js'
import { type DemoWorld, libraryOf, pastInstant } from './demo-world.js'
import { drawStrength, type Strength } from './perform-set.js'
import { planSlot } from './plan-slot.js'
import type { Random } from './random.js'
import type { Recorded } from './recorded.js'
import { type Slot, slotsOf } from './slots.js'
import { trainSession } from './train-session.js'
import { type WeighIn, weighInRecord, weighIns } from './weigh-ins.js'

/** An athlete's sessions, and all events, in the order in which they happened. */
export type DemoHistory = {
  readonly sessions: readonly Session[]
  readonly recorded: readonly Recorded[]
  readonly weighIns: readonly WeighIn[]
}

const missedShare = 0.12
const remarkedShare = 0.25
const remarks = ['Felt strong', 'Short on sleep', 'Slow and clean', 'In the park', 'Grip gave out first'] as const
/** The week in which the athlete's elbow hurts a little. */
const soreWeek = 6

/**
 * Makes twelve weeks of training up to yesterday, and plans the rest of this week. Everything goes
 * through the decisions of the domain, so that working sets follow from what was performed, as they
 * do for every athlete. The same seed and day make the same history.
 */
export function demoHistory(world: DemoWorld, random: Random): DemoHistory {
  const recorded: Recorded[] = [beginning(world)]
  const sessions: Session[] = []
  const strengths = new Map(world.library.map(({ id }) => [id, drawStrength(random)]))
  for (const slot of slotsOf(world.today)) {
    const planned = planSlot(world, slot, standingsAfter(recorded, world), random)
    recorded.push(planned)
    if (slot.date >= world.today) {
      sessions.push(planned.session)
      continue
    }
    const { session, ...record } = random.chance(missedShare)
      ? miss(world, planned.session)
      : train(world, slot, planned.session, strengths, random)
    sessions.push(session)
    recorded.push(record)
  }
  const weighed = weighIns(world, random)
  return { sessions, recorded: inOrder([...recorded, ...weighed.map(weighInRecord)]), weighIns: weighed }
}

function standingsAfter(recorded: readonly Recorded[], world: DemoWorld) {
  return inOneGo(
    deriveTraining(inOneGo(replayEvents(recorded.flatMap(({ events }) => events))), libraryOf(world), world.ruleBook),
  ).exercises
}

type Done = Recorded & { readonly session: Session }

function miss(world: DemoWorld, planned: PlannedSession): Done {
  const at = pastInstant(world, planned.date, '22:30')
  const session = revise(planned, skipSession(planned), at)
  return { session, at, events: sessionEvents(planned, session, { now: at }) }
}

function train(
  world: DemoWorld,
  { date, time, week }: Slot,
  planned: PlannedSession,
  strengths: ReadonlyMap<string, Strength>,
  random: Random,
): Done {
  const soreExerciseId = week === soreWeek ? (chooseExercises(world.library).Pull[0]?.id ?? null) : null
  const minutesLate = Math.round(random.between(-5, 20))
  const { session, events, endedAt } = trainSession(
    planned,
    {
      rules: world.ruleBook.inForce,
      startedAt: new Date(pastInstant(world, date, time).getTime() + minutesLate * 60_000),
      progress: week / demoWeeks,
      strengthOf: (id) => strengths.get(id) ?? { atStart: 1, atEnd: 1 },
      soreExerciseId,
      notes: random.chance(remarkedShare) ? random.pick(remarks) : null,
    },
    random,
  )
  return { session, events, at: endedAt }
}

function inOrder(recorded: readonly Recorded[]): Recorded[] {
  return recorded.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
