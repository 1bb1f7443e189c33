import type { Session, SessionExercise } from './session.js'

/**
 * Returns what the summary of a session's day is added up from, and nothing else: while it stays the same,
 * no sum of the day changes. Nothing of a skipped session counts.
 */
export function summedFactsOf(session: Session) {
  if (session.status === 'skipped') return null
  const { date, durationMinutes, exercises } = session
  const completed = session.status === 'completed' ? { at: session.completedAt, durationMinutes } : null
  return { date, completed, exercises: exercises.map(summedExercise) }
}

function summedExercise({ exercise, planned, completed, sets }: SessionExercise) {
  return {
    exercise: exercise.id,
    planned: planned.sets.length,
    completed,
    sets: sets.map(({ setNumber, side, kind, reps, duration, rpe }) => ({
      setNumber,
      side,
      kind,
      reps,
      duration,
      rpe,
    })),
  }
}
