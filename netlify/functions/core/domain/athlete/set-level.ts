import type { CategoryLevel } from './category-level.schema.js'

/** A level and what it is called. */
export type NamedLevel = Pick<CategoryLevel, 'level' | 'levelName'>

/**
 * Where the athlete stands once the level is set by hand; the same object when they stand there
 * already. Setting Foundation where nothing was set yet is a change: from then on it is the
 * athlete's word.
 */
export function setLevel(current: CategoryLevel, wanted: NamedLevel, at: Date): CategoryLevel {
  if (current.setAt !== null && current.level === wanted.level) return current
  return { ...current, ...wanted, setAt: at.toISOString(), version: current.version + 1 }
}
