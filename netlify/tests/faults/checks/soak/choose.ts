import { complete, correct, deleteSession, deleteSet, log, note, plan, start } from './deeds.js'
import type { Deed, Diary, Entry } from './diary.js'

type Chance = () => number

/** What an athlete does next: one deed, or several in a row that were done offline. */
export function choose(diary: Diary, random: Chance): readonly Deed[] {
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

/** A whole session of sets, planned to completed, that is sent later. */
function offline(random: Chance): Deed[] {
  const planned = plan(random)
  const sets = [...planned.exercises, ...planned.exercises].map((exercise) => log(planned.id, exercise, random))
  return [planned, start(planned.id), ...sets, complete(planned.id)]
}

function underWay(id: string, entry: Entry, random: Chance): Deed {
  const chance = random()
  if (chance < 0.2) return changeOfSet(id, entry, random)
  if (chance < 0.3) return note(id, random)
  if (chance < 0.4) return complete(id)
  return log(id, entry.exercises[chance < 0.7 ? 0 : 1] ?? '', random)
}

function afterwards(id: string, entry: Entry, random: Chance): Deed {
  return random() < 0.15 ? deleteSession(id) : changeOfSet(id, entry, random)
}

/** Of a session without sets, the notes are changed instead. */
function changeOfSet(id: string, { sets }: Entry, random: Chance): Deed {
  const [set, of] = oneOf([...sets], random) ?? []
  if (!set || !of) return note(id, random)
  const place = { session: id, exercise: of.exercise, set }
  return random() < 0.7 ? correct(place, random) : deleteSet(place)
}

function oneOf<Thing>(things: readonly Thing[], random: Chance): Thing | undefined {
  return things[Math.floor(random() * things.length)]
}
