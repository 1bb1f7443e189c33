import type { Skill, SkillGraph } from './skill-graph.js'
import { graphOf } from './skill-graph.js'

/** Makes an exercise of a skill map for tests: one that is open and never trained, but for what is given. */
export function someSkill(slug: string, given: Partial<Skill> = {}): Skill {
  return {
    slug,
    name: slug,
    category: 'Pull',
    level: 0,
    difficulty: given.level ?? 0,
    slot: 'vpull',
    ladder: 'pull-up',
    metric: 'reps',
    unilateral: false,
    equipment: [],
    standard: [{ reps: 8 }, { reps: 8 }, { reps: 8 }],
    status: 'open',
    counts: false,
    working: null,
    modifier: 'none',
    masteredAt: null,
    sessionsMissing: 2,
    progress: 0,
    lastTrainedOn: null,
    lockedBy: [],
    barredBy: [],
    ...given,
  }
}

/** Makes a graph for tests: what each exercise requires, one of every group. */
export function someGraph(
  skills: readonly Skill[],
  required: Readonly<Record<string, readonly string[][]>>,
): SkillGraph {
  const edges = Object.entries(required).flatMap(([from, groups]) =>
    groups.flatMap((group, index) => group.map((to) => ({ from, to, kind: 'requires' as const, group: index + 1 }))),
  )
  return graphOf({ exercises: [...skills], edges })
}
