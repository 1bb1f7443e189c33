import type { Queued, SetKind, Side } from '@calistheniq/client'
import type { SessionCommand } from '../../../data/fold/session-commands.js'
import { shortDay } from '../../../ui/format.js'

/** What ids and slugs are called; undefined where this device does not know. */
export type Names = {
  /** An exercise of a session. */
  exercise(sessionId: string, sessionExerciseId: string): string | undefined
  exerciseOf(slug: string): string | undefined
  /** The day of a session, `2026-11-28`. */
  dayOf(sessionId: string): string | undefined
}

/** What commands that are about no set or session are called. */
const others: Readonly<Record<string, string>> = {
  'recovery.recordCheckIn': 'How you feel',
  'recovery.changeCheckIn': 'How you feel, corrected',
  'recovery.deleteCheckIn': 'How you feel, taken out',
  'recovery.beginDeload': 'Begin an easier week',
  'recovery.declineDeload': 'No easier week now',
  'recovery.applyReturnPlan': 'Begin again gently after the break',
  'workouts.acceptNext': 'Plan the next workout',
  'workouts.acceptPlan': 'Plan the week',
  'routines.plan': 'Plan a workout from a routine',
  'goals.set': 'A new goal',
  'goals.change': 'A goal, changed',
  'goals.drop': 'A goal, dropped',
}

/** A command that waits or was refused, in words: `Push-up: 10 reps, 10:42`. */
export function wordsOf(command: Queued, names: Names, timeZone?: string): string {
  const what = command.operation.startsWith('sessions.')
    ? // only this app writes the queue, from the types of the operations
      sessionWords(command as unknown as SessionCommand, names)
    : (others[command.operation] ?? 'A change')
  return `${what}, ${clock(momentOf(command.key), timeZone)}`
}

function sessionWords({ operation, input }: SessionCommand, names: Names): string {
  const workout = (sessionId: string) => {
    const day = names.dayOf(sessionId)
    return day === undefined ? 'Workout' : `Workout of ${shortDay(day)}`
  }
  const exercise = (at: { readonly sessionId: string; readonly sessionExerciseId: string }) =>
    names.exercise(at.sessionId, at.sessionExerciseId) ?? 'An exercise'
  switch (operation) {
    case 'sessions.create':
      return `New workout for ${shortDay(input.body.date)}`
    case 'sessions.start':
      return `${workout(input.sessionId)}: started`
    case 'sessions.complete':
      return `${workout(input.sessionId)}: finished`
    case 'sessions.reopen':
      return `${workout(input.sessionId)}: opened again`
    case 'sessions.reschedule':
      return `${workout(input.sessionId)}: moved to ${shortDay(input.body.date)}`
    case 'sessions.skip':
      return `${workout(input.sessionId)}: skipped`
    case 'sessions.delete':
      return `${workout(input.sessionId)}: deleted`
    case 'sessions.addExercise':
      return `${workout(input.sessionId)}: ${names.exerciseOf(input.body.exercise) ?? input.body.exercise} added`
    case 'sessions.removeExercise':
      return `${workout(input.sessionId)}: ${exercise(input)} taken out`
    case 'sessions.logSet':
      return `${exercise(input)}: ${setWords(input.body)}`
    case 'sessions.correctSet':
      return `${exercise(input)}: a set corrected${correction(input.body ?? {})}`
    case 'sessions.deleteSet':
      return `${exercise(input)}: a set taken out`
    default:
      return `${workout((input as { sessionId: string }).sessionId)}: changed`
  }
}

type SaidOfSet = {
  readonly kind?: SetKind | null
  readonly side?: Side | null
  readonly weightKg?: number | null
  readonly reps?: number | null
  readonly duration?: number | null
}

/** `10 reps, 5 kg added, left`. */
function setWords(set: SaidOfSet): string {
  const { weightKg, side, kind } = set
  const parts = [
    amountWords(set),
    weightKg ? `${weightKg} kg added` : '',
    side ?? '',
    kind === 'warmup' ? 'warm-up' : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function correction(changed: SaidOfSet): string {
  const said = setWords(changed)
  return said === '' ? '' : `, now ${said}`
}

function amountWords({ reps, duration }: SaidOfSet): string {
  if (typeof reps === 'number') return reps === 1 ? '1 rep' : `${reps} reps`
  return typeof duration === 'number' ? `${duration} seconds` : ''
}

/** When a command was added: its key is a UUID of version 7, which begins with the milliseconds since 1970. */
function momentOf(key: string): Date {
  return new Date(Number.parseInt(key.replaceAll('-', '').slice(0, 12), 16))
}

function clock(moment: Date, timeZone?: string): string {
  const options = { hour: '2-digit', minute: '2-digit', ...(timeZone === undefined ? {} : { timeZone }) } as const
  return new Intl.DateTimeFormat('en-GB', options).format(moment)
}
