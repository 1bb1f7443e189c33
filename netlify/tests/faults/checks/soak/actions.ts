import type { Action, Diary } from './diary.js'

type Chance = () => number

/** Returns an id as a client would make it. */
export function idFrom(random: Chance): string {
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('')
  return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`
}

export function plan(random: Chance): Action & { readonly id: string; readonly exercises: readonly string[] } {
  const id = idFrom(random)
  const exercises = [idFrom(random), idFrom(random)]
  const body = {
    id,
    date: new Date().toISOString().slice(0, 10),
    exercises: exercises.map((exercise) => ({ id: exercise, exercise: 'push-up' })),
  }
  const done = ({ sessions }: Diary) => sessions.set(id, { status: 'planned', exercises, sets: new Map() })
  return { id, exercises, method: 'post', path: '/sessions', body, status: 201, done }
}

export function start(id: string): Action {
  return { method: 'post', path: `/sessions/${id}/start`, body: {}, status: 200, done: becomes(id, 'in_progress') }
}

export function complete(id: string): Action {
  return {
    method: 'post',
    path: `/sessions/${id}/complete`,
    body: { withoutSets: true },
    status: 200,
    done: becomes(id, 'completed'),
  }
}

function becomes(id: string, status: 'in_progress' | 'completed') {
  return ({ sessions }: Diary) => {
    const entry = sessions.get(id)
    if (entry) entry.status = status
  }
}

export function note(id: string, random: Chance): Action {
  const body = { notes: `note ${idFrom(random)}` }
  return { method: 'patch', path: `/sessions/${id}`, body, status: 200, done: () => undefined }
}

export function deleteSession(id: string): Action {
  const done = ({ sessions, deleted }: Diary) => {
    sessions.delete(id)
    deleted.push(id)
  }
  return { method: 'delete', path: `/sessions/${id}`, body: {}, status: 204, done }
}

export function log(id: string, exercise: string, random: Chance): Action {
  const [set, reps] = [idFrom(random), 1 + Math.floor(random() * 30)]
  const path = `/sessions/${id}/exercises/${exercise}/sets`
  const done = ({ sessions }: Diary) => sessions.get(id)?.sets.set(set, { exercise, reps })
  return { method: 'post', path, body: { id: set, reps }, status: 201, done }
}

type PlacedSet = { readonly session: string; readonly exercise: string; readonly set: string }

const pathOf = ({ session, exercise, set }: PlacedSet) => `/sessions/${session}/exercises/${exercise}/sets/${set}`

export function correct(place: PlacedSet, random: Chance): Action {
  const reps = 1 + Math.floor(random() * 30)
  const done = ({ sessions }: Diary) => {
    const set = sessions.get(place.session)?.sets.get(place.set)
    if (set) set.reps = reps
  }
  return { method: 'patch', path: pathOf(place), body: { reps }, status: 200, done }
}

export function deleteSet(place: PlacedSet): Action {
  const done = ({ sessions }: Diary) => sessions.get(place.session)?.sets.delete(place.set)
  return { method: 'delete', path: pathOf(place), body: {}, status: 204, done }
}
