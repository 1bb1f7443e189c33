import type { Fault } from '#domain/refusal.js'
import type { SessionId } from '#domain/values/id.schema.js'
import { sameValue } from '#domain/values/same-value.js'
import { byId } from './difference.js'
import type { Session, SessionExercise } from './session.js'
import type { ExerciseDocument, SessionDocument, SetDocument } from './session-document.schema.js'
import type { SetLog } from './set-log.schema.js'

/** Lists what contradicts itself in a document, or the address that it is sent to. */
export function documentFaults(document: SessionDocument, id: SessionId): Fault[] {
  const isOpen = document.status !== 'completed'
  const isBegun = document.status === 'in_progress' || document.status === 'completed'
  return [
    ...(document.id === undefined || document.id === id ? [] : [fault('/id', 'DIFFERS', 'is not that of the address')]),
    ...(document.startedAt && !isBegun ? [notAllowed('/startedAt', document)] : []),
    ...(document.completedAt && isOpen ? [notAllowed('/completedAt', document)] : []),
    ...orderFaults(document.exercises ?? []),
  ]
}

function notAllowed(pointer: string, { status }: SessionDocument): Fault {
  return fault(pointer, 'NOT_ALLOWED', `is not what a session that is ${status} has: leave it out, or send null`)
}

/** The list is in order; where places are said as well, they rise. */
function orderFaults(items: readonly ExerciseDocument[]): Fault[] {
  let last = 0
  return items.flatMap(({ order }, index) => {
    if (order === undefined) return []
    const isRising = order > last
    last = order
    if (isRising) return []
    return [
      fault(
        `/exercises/${index}/order`,
        'OUT_OF_ORDER',
        'the list is in order: leave the places out, or let them rise',
      ),
    ]
  })
}

/**
 * Lists what a document says otherwise of what the server keeps: versions, instants of changes, and what
 * follows from the rest. What is new has none of it.
 */
export function keptFaults(document: SessionDocument, session: Session | null): Fault[] {
  const stored = byId(session?.exercises ?? [])
  return [
    ...changed(document, session, ''),
    ...(document.exercises ?? []).flatMap((item, index) => {
      const exercise = item.id === undefined ? null : (stored.get(item.id) ?? null)
      return exerciseFaults(item, exercise, `/exercises/${index}`)
    }),
  ]
}

function exerciseFaults(item: ExerciseDocument, stored: SessionExercise | null, at: string): Fault[] {
  const sets = byId(stored?.sets ?? [])
  return [
    ...changed(item, stored, at),
    ...performedFaults(item, stored, at),
    ...(item.sets ?? []).flatMap((set, index) => {
      const log = set.id === undefined ? null : (sets.get(set.id) ?? null)
      return setFaults(set, log, `${at}/sets/${index}`)
    }),
  ]
}

function setFaults(set: SetDocument, stored: SetLog | null, at: string): Fault[] {
  const isAnswered = set.planned === undefined || sameValue(set.planned, stored?.planned ?? null)
  return [...changed(set, stored, at), ...(isAnswered ? [] : [kept(`${at}/planned`)])]
}

/** What was performed is said by the sets; it may come back as it was, or as it follows from them. */
function performedFaults({ actual, sets = [] }: ExerciseDocument, stored: SessionExercise | null, at: string): Fault[] {
  if (!actual?.sets) return []
  const amounts = sets.map((set) => (typeof set.reps === 'number' ? { reps: set.reps } : { duration: set.duration }))
  const isAnswered = [stored?.actual.sets, amounts].some((known) => sameValue(actual.sets, known))
  return isAnswered ? [] : [kept(`${at}/actual/sets`)]
}

type Kept = { readonly version?: unknown; readonly createdAt?: unknown; readonly updatedAt?: unknown }

function changed(given: Kept, stored: Kept | null, at: string): Fault[] {
  return (['version', 'createdAt', 'updatedAt'] as const)
    .filter((field) => given[field] !== undefined && given[field] !== stored?.[field])
    .map((field) => kept(`${at}/${field}`))
}

function kept(pointer: string): Fault {
  return fault(pointer, 'READ_ONLY', 'is kept by the server: leave it out, or send it as it was answered')
}

function fault(pointer: string, code: string, detail: string): Fault {
  return { pointer, code, detail }
}
