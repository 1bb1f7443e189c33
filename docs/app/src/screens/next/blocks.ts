import type { RecommendedExercise } from '@calistheniq/client'

/** Puts exercises that are done in turns together, in their order. */
export function blocksOf<Item extends Pick<RecommendedExercise, 'block'>>(
  exercises: readonly Item[],
): readonly Item[][] {
  return exercises.reduce<Item[][]>((blocks, exercise) => {
    const last = blocks.at(-1)
    return last?.[0]?.block === exercise.block ? [...blocks.slice(0, -1), [...last, exercise]] : [...blocks, [exercise]]
  }, [])
}
