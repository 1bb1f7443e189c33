import type { CoachExercise } from './coach-exercise.js'

/** Tells whether every group of what an exercise takes holds `none` or something that is owned. */
export function hasEquipment({ equipment }: Pick<CoachExercise, 'equipment'>, owned: readonly string[]): boolean {
  return equipment.every((group) => group.some((item) => item === 'none' || owned.includes(item)))
}
