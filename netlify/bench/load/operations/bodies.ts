/** Exercises of every session that the bench plans; all of them are counted, so that a set of any is the same. */
export const plannedSlugs = ['push-up', 'diamond-push-up', 'jump-squat'] as const

export const plannedExercises = plannedSlugs.map((exercise) => ({ exercise }))

/** How many sets a whole session brings along for each of its exercises. */
export const setsOfExercise = 3

/** A moment of yesterday: of a day that has come in every time zone. */
export function yesterday(): Date {
  return new Date(Date.now() - 86_400_000)
}

/** A session of three exercises with three sets each, as it was trained. */
export function wholeSession(at: Date, status: 'in_progress' | 'completed') {
  const startedAt = new Date(at.getTime() - 45 * 60_000).toISOString()
  const completedAt = at.toISOString()
  return {
    date: completedAt.slice(0, 10),
    status,
    startedAt,
    ...(status === 'completed' ? { completedAt } : {}),
    exercises: plannedSlugs.map((exercise) => ({
      exercise,
      completed: status === 'completed',
      sets: Array.from({ length: setsOfExercise }, () => ({
        reps: 8,
        rpe: 8,
        completedAt,
      })),
    })),
  }
}
