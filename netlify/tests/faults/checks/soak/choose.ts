import { complete, correct, deleteSession, deleteSet, log, note, plan, start } from './actions.js'
import type { Action, Diary, Entry } from './diary.js'

type Chance = () => number

/** Chooses what an athlete does next: one action, or several in a row that were done offline. */
export function choose(diary: Diary, random: Chance): readonly Action[] {
  const [id, entry] = oneOf([...diary.sessions], random) ?? []
  if (!id || !entry || random() < 0.1) return random() < 0.5 ? [plan(random)] : offline(random)
  switch (entry.status) {
    case 'planned':
      return [random() < 0.85 ? start(id) : deleteSession(id)]
    case 'in_progress':
      return [underWay(id, entry, random)]
    case 'completed':
      return [afterwards(id, entry, random)]
  }
}

/** Returns a whole session, from planned to completed, which the athlete sends later. */
function offline(random: Chance): Action[] {
  const planned = plan(random)
  const sets = [...planned.exercises, ...planned.exercises].map((exercise) => log(planned.id, exercise, random))
  return [planned, start(planned.id), ...sets, complete(planned.id)]
}

function underWay(id: string, entry: Entry, random: Chance): Action {
  const chance = random()
  if (chance < 0.2) return changeOfSet(id, entry, random)
  if (chance < 0.3) return note(id, random)
  if (chance < 0.4) return complete(id)
  return log(id, entry.exercises[chance < 0.7 ? 0 : 1] ?? '', random)
}

function afterwards(id: string, entry: Entry, random: Chance): Action {
  return random() < 0.15 ? deleteSession(id) : changeOfSet(id, entry, random)
}

/** Changes a set, or the notes when the session has no sets. */
function changeOfSet(id: string, { sets }: Entry, random: Chance): Action {
  const [set, of] = oneOf([...sets], random) ?? []
  if (!set || !of) return note(id, random)
  const place = { session: id, exercise: of.exercise, set }
  return random() < 0.7 ? correct(place, random) : deleteSet(place)
}

function oneOf<Thing>(things: readonly Thing[], random: Chance): Thing | undefined {
  return things[Math.floor(random() * things.length)]
}
