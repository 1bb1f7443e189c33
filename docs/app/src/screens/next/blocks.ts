import type { RecommendedExercise } from '@calistheniq/client'

/** Puts exercises that are done in turns together, in their order. */
export function blocksOf<Item extends Pick<RecommendedExercise, 'block'>>(
  exercises: readonly Item[],
): readonly Item[][] {
  const blocks = new Set(exercises.map(({ block }) => block))
  return [...blocks].map((block) => exercises.filter((exercise) => exercise.block === block))
}
