import type { SetPrescription } from '#domain/library/sets.schema.js'
import type { SessionResource } from '#orchestration/sessions/support/schemas.js'
import type { TrainingDecisionResource } from '#orchestration/training/decision.schema.js'
import type { Ada, Day, Diary, Happening } from './ada.js'
import { allDecisions, outcomeOf, reasonOf } from './decisions.js'
import { does, planSession, trainSession, type Work } from './sessions.js'

/** Plans a session for today, and performs it. */
export function trains(name: string, ...works: readonly Work[]): Happening {
  return async (ada) => trainSession(ada, name, await planSession(ada, ada.today, works), works)
}

/** Plans a session for a day of this week. */
export function plans(name: string, day: Day, ...exercises: readonly string[]): Happening {
  return async (ada) => {
    const { id, date } = await planSession(
      ada,
      ada.dateOf(day),
      exercises.map((exercise) => does(exercise)),
    )
    ada.plans.set(name, id)
    ada.say(`Planned for ${date}: ${exercises.join(', ')}.`)
  }
}

/** Performs the session planned for today, which may have changed since it was planned. */
export function trainsAsPlanned(name: string, rpe: number): Happening {
  return async (ada) => {
    const session = await ada.ask<SessionResource>('get', `/sessions/${ada.plans.get(name)}`)
    await trainSession(
      ada,
      name,
      session,
      session.exercises.map(({ exercise }) => does(exercise.slug, { rpe })),
    )
  }
}

/** Accepts the next workout of today, and performs it as planned. */
export function trainsNext(name: string, minutes: number): Happening {
  return async (ada) => {
    const session = await ada.ask<SessionResource>('post', '/me/next-workout/accept', { minutes })
    const works = session.exercises.map(({ exercise }) => does(exercise.slug))
    ada.say(`She accepts the next workout of ${minutes} minutes.`)
    await trainSession(ada, name, session, works)
  }
}

/** Sends a session of an earlier day, which reaches the API only now. */
export function syncsLate(name: string, day: Day, weeksAgo: number, ...works: readonly Work[]): Happening {
  return async (ada) => {
    const date = ada.dateOf(day, weeksAgo)
    ada.say(`Her watch delivers the session of ${date}. It counts from its own day on:`)
    const before = await allDecisions(ada)
    await trainSession(ada, name, await planSession(ada, date, works), works, `${date}T17:45:00.000Z`)
    await sayChanges(ada, before)
  }
}

/** Corrects one set of an earlier session, and lists the decisions that change because of it. */
export function corrects(name: string, exercise: string, setNumber: number, patch: Record<string, number>): Happening {
  return async (ada) => {
    const { path, on, exercises } = entryOf(ada, name)
    const before = await allDecisions(ada)
    const { exercises: items } = await ada.ask<SessionResource>('get', path)
    const item = items.find(({ id }) => id === exercises.get(exercise))
    const set = item?.sets.find((logged) => logged.setNumber === setNumber)
    await ada.ask('patch', `${path}/exercises/${item?.id}/sets/${set?.id}`, patch)
    const [was, is] = [set?.reps ?? set?.duration, Object.values(patch).join()]
    ada.say(`Set ${setNumber} of ${item?.exercise.name} of ${on} says ${was}, and it was ${is}. Corrected:`)
    await sayChanges(ada, before)
  }
}

/** Replaces the decided working sets by Ada's own. */
export function overrides(name: string, exercise: string, sets: readonly SetPrescription[]): Happening {
  return async (ada) => {
    const { path, exercises } = entryOf(ada, name)
    const place = `${path}/exercises/${exercises.get(exercise)}/decision`
    const decision = await ada.ask<TrainingDecisionResource>('put', place, { sets })
    ada.say(`She decides otherwise for ${decision.exercise.name}. ${outcomeOf(decision)}. ${reasonOf(decision)}`)
  }
}

async function sayChanges(ada: Ada, before: ReadonlyMap<string, TrainingDecisionResource>): Promise<void> {
  const after = await allDecisions(ada)
  const rows = [...before.values()].flatMap((was) => {
    const is = after.get(was.sessionExerciseId)
    if (!is || (outcomeOf(is) === outcomeOf(was) && reasonOf(is) === reasonOf(was))) return []
    return [`| ${was.on} | ${was.exercise.name} | ${outcomeOf(was)} | ${outcomeOf(is)} | ${reasonOf(is)} |`]
  })
  if (rows.length === 0) return ada.say('No other decision changes by it.')
  ada.say('', '| session | exercise | decided before | decided now | why |', '|---|---|---|---|---|', ...rows, '')
}

function entryOf(ada: Ada, name: string): Diary {
  const entry = ada.diary.get(name)
  if (!entry) throw new Error(`the script knows no session ${name}`)
  return entry
}
