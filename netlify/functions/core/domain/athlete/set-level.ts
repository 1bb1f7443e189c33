import { categories, Level, levelNames } from '#domain/library/vocabulary.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { CategoryLevel } from './category-level.schema.js'

export type NamedLevel = Pick<CategoryLevel, 'level' | 'levelName'>

/**
 * Sets a level by hand; returns the same object when the athlete stands there already. Setting
 * Foundation where nothing was set yet is a change: from then on it is the athlete's word.
 */
export function setLevel(current: CategoryLevel, wanted: NamedLevel, at: Date): CategoryLevel {
  if (current.setAt !== null && current.level === wanted.level) return current
  return { ...current, ...wanted, setAt: at.toISOString(), version: current.version + 1 }
}

/**
 * Lists where an athlete stands in each category by the facts alone; the version of a level counts
 * how often it was set.
 */
export function levelsIn({ levels }: TrainingState, { directives }: TrainingLog): CategoryLevel[] {
  return categories.map((category) => {
    const standing = levels.get(category)
    const level = Level.parse(standing?.level ?? 0)
    const version = directives.filter((one) => one.kind === 'level' && one.category === category).length
    return { category, level, levelName: levelNames[level], setAt: standing?.setAt ?? null, version }
  })
}
