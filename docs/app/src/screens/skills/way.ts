import { byDifficulty, type Skill, type SkillGraph } from './skill-graph.js'

/** A step on the way to an exercise, and what would do in its place. */
export type Step = { readonly skill: Skill; readonly orElse: readonly Skill[] }

/**
 * Lists what is still missing for an exercise, in an order in which it can be trained: each after its
 * own prerequisites. What counts as mastered is left out, with all that lies before it. Of a
 * requirement that several exercises meet, it takes the one that the API's path to a goal takes.
 */
export function wayTo(goal: Skill, graph: SkillGraph): readonly Step[] {
  const seen = new Set([goal.slug])
  const steps: Step[] = []
  const visit = (skill: Skill): void => {
    for (const group of graph.requiredBy(skill.slug)) {
      const [chosen, ...orElse] = group.toSorted(byPreference)
      if (!chosen || chosen.counts || seen.has(chosen.slug)) continue
      seen.add(chosen.slug)
      visit(chosen)
      steps.push({ skill: chosen, orElse })
    }
  }
  visit(goal)
  return steps
}

/** First what counts as mastered, then what the equipment allows, then the easier. */
function byPreference(one: Skill, other: Skill): number {
  return preference(one) - preference(other) || byDifficulty(one, other)
}

function preference({ counts, barredBy }: Skill): number {
  if (counts) return 0
  return barredBy.includes('equipment') ? 2 : 1
}
