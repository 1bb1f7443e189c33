import type { Input, LogSet, Session, SessionExercise, SetLog, TrainedExercise } from '@calistheniq/client'
import type { SessionCommand } from './session-commands.js'

/** Finds an exercise of the library by its slug. */
export type FindExercise = (slug: string) => TrainedExercise | undefined

/**
 * A session as it will be once all that waits has been sent: what the API answered last, and on it
 * the commands in their order. A command that the answer holds already changes nothing.
 *
 * @returns undefined when the session is not known, or deleted.
 */
export function sessionNow(
  known: Session | undefined,
  commands: readonly SessionCommand[],
  find: FindExercise,
): Session | undefined {
  return commands.reduce<Session | undefined>((session, command) => {
    if (command.operation === 'sessions.create') return session ?? created(command.input, find)
    if (command.operation === 'sessions.delete') return undefined
    return session && changed(session, command, find)
  }, known)
}

function changed(session: Session, command: SessionCommand, find: FindExercise): Session {
  switch (command.operation) {
    case 'sessions.start':
      return { ...session, status: 'in_progress', startedAt: command.input.body?.startedAt ?? session.startedAt }
    case 'sessions.complete':
      return { ...session, status: 'completed', completedAt: command.input.body?.completedAt ?? session.completedAt }
    case 'sessions.reopen':
      return { ...session, status: 'in_progress', completedAt: null }
    case 'sessions.reschedule':
      return { ...session, ...command.input.body }
    case 'sessions.skip':
      return { ...session, status: 'skipped' }
    case 'sessions.addExercise':
      return withExercise(session, planned(command.input.body, session.exercises.length, find))
    case 'sessions.removeExercise':
      return { ...session, exercises: without(session.exercises, command.input.sessionExerciseId) }
    case 'sessions.logSet':
    case 'sessions.correctSet':
    case 'sessions.deleteSet':
      return {
        ...session,
        exercises: session.exercises.map((exercise) =>
          exercise.id === command.input.sessionExerciseId ? withSets(exercise, command) : exercise,
        ),
      }
    default:
      return session
  }
}

type SetCommand = Extract<
  SessionCommand,
  { operation: 'sessions.logSet' | 'sessions.correctSet' | 'sessions.deleteSet' }
>

function withSets(exercise: SessionExercise, { operation, input }: SetCommand): SessionExercise {
  const { sets, version } = exercise
  // each command that changes a thing counts its version up
  const changed = (now: readonly SetLog[]) => ({ ...exercise, sets: [...now], version: version + 1 })
  if (operation === 'sessions.deleteSet') return changed(without(sets, input.setId))
  if (operation === 'sessions.logSet') {
    const isThere = sets.some(({ id }) => id === input.body.id)
    return isThere ? exercise : changed([...sets, logged(input.body, exercise)])
  }
  const corrected = (set: SetLog) => ({ ...set, ...(input.body as Partial<SetLog>), version: set.version + 1 })
  return changed(sets.map((set) => (set.id === input.setId ? corrected(set) : set)))
}

function created({ body }: Input<'sessions.create'>, find: FindExercise): Session {
  return {
    id: body.id ?? '',
    date: body.date,
    isToday: true,
    time: body.time ?? null,
    status: 'planned',
    level: body.level ?? null,
    placeId: body.placeId ?? null,
    durationMinutes: body.durationMinutes ?? null,
    notes: body.notes ?? null,
    startedAt: null,
    completedAt: null,
    ...unsent,
    exercises: (body.exercises ?? []).flatMap((exercise, index) => planned(exercise, index, find)),
  }
}

/** What the API will say of a thing that it has not seen yet. */
const unsent = { version: 1, createdAt: '', updatedAt: '' }

type PlanExercise = Input<'sessions.addExercise'>['body']

function planned(plan: PlanExercise, index: number, find: FindExercise): SessionExercise[] {
  const exercise = find(plan.exercise)
  if (!exercise) return []
  const { tempo = null, restSeconds = null, notes = null, group = null } = plan
  return [
    {
      id: plan.id ?? '',
      order: index + 1,
      exercise,
      planned: { sets: plan.sets ?? [], modifier: plan.modifier ?? 'none', tempo, restSeconds, notes, group },
      actual: { sets: null, tempo: null, restSeconds: null, notes: null },
      completed: false,
      ...unsent,
      sets: [],
    },
  ]
}

function withExercise(session: Session, added: readonly SessionExercise[]): Session {
  const isThere = session.exercises.some(({ id }) => added.some((exercise) => exercise.id === id))
  return isThere ? session : { ...session, exercises: [...session.exercises, ...added] }
}

function logged(body: LogSet, { sets, planned }: SessionExercise): SetLog {
  const setNumber = body.setNumber ?? Math.max(0, ...sets.map((set) => set.setNumber)) + 1
  return {
    id: body.id ?? '',
    setNumber,
    kind: body.kind ?? 'working',
    reps: body.reps ?? null,
    duration: body.duration ?? null,
    side: body.side ?? null,
    rpe: body.rpe ?? null,
    restSeconds: body.restSeconds ?? null,
    tempo: body.tempo ?? null,
    weightKg: body.weightKg ?? null,
    pain: body.pain ?? null,
    painSite: body.painSite ?? null,
    notes: body.notes ?? null,
    planned: planned.sets[setNumber - 1] ?? null,
    completedAt: body.completedAt ?? '',
    ...unsent,
  }
}

function without<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item[] {
  return items.filter((item) => item.id !== id)
}
