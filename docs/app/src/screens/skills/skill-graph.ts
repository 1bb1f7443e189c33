import type { SkillMap, SkillMapExercise } from '@calistheniq/client'

export type Skill = SkillMapExercise

/** The skill map, for questions about how exercises are related. */
export type SkillGraph = {
  readonly skills: readonly Skill[]
  find(slug: string): Skill | undefined
  /** The exercises of a category; the same list each time. */
  inCategory(category: string): readonly Skill[]
  /** What an exercise requires: one of every group. */
  requiredBy(slug: string): readonly (readonly Skill[])[]
  /** What requires an exercise, the easiest first. */
  openedBy(slug: string): readonly Skill[]
}

const made = new WeakMap<Pick<SkillMap, 'exercises' | 'edges'>, SkillGraph>()

/** The graph of a skill map, made once for each answer. */
export function graphOf(map: Pick<SkillMap, 'exercises' | 'edges'>): SkillGraph {
  const graph = made.get(map) ?? makeGraph(map)
  made.set(map, graph)
  return graph
}

function makeGraph({ exercises, edges }: Pick<SkillMap, 'exercises' | 'edges'>): SkillGraph {
  const bySlug = new Map(exercises.map((skill) => [skill.slug, skill]))
  const byCategory = new Map<string, Skill[]>()
  for (const skill of exercises) entry(byCategory, skill.category, () => [] as Skill[]).push(skill)
  const required = new Map<string, Map<number, Skill[]>>()
  const opened = new Map<string, Skill[]>()
  for (const { from, to, kind, group } of edges ?? []) {
    const [builder, base] = [bySlug.get(from), bySlug.get(to)]
    if (kind !== 'requires' || !builder || !base) continue
    const groups = entry(required, from, () => new Map<number, Skill[]>())
    entry(groups, group ?? 0, () => [] as Skill[]).push(base)
    entry(opened, to, () => [] as Skill[]).push(builder)
  }
  return {
    skills: exercises,
    find: (slug) => bySlug.get(slug),
    inCategory: (category) => byCategory.get(category) ?? [],
    requiredBy: (slug) => [...(required.get(slug)?.values() ?? [])],
    openedBy: (slug) => (opened.get(slug) ?? []).toSorted(byDifficulty),
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, empty: () => Value): Value {
  const found = map.get(key) ?? empty()
  map.set(key, found)
  return found
}

/** The easier first; of two as difficult, the first by slug. */
export function byDifficulty(one: Skill, other: Skill): number {
  return one.difficulty - other.difficulty || (one.slug < other.slug ? -1 : 1)
}
