import { byDifficulty, type Skill, type SkillGraph } from './skill-graph.js'
import { type Step, wayTo } from './way.js'

/** What opens soon, and what it waits for. */
export type Opening = { readonly skill: Skill; readonly after: readonly Skill[] }

/** What can be trained in a category now: what is in work, then what is open and not too easy, the easiest first. */
export function trainableNow(skills: readonly Skill[]): readonly Skill[] {
  const trainable = skills.filter(({ barredBy }) => barredBy.length === 0)
  const inWork = trainable.filter(({ status }) => status === 'in_work')
  const open = trainable.filter(({ status, counts }) => status === 'open' && !counts)
  return [...inWork.toSorted(byDifficulty), ...open.toSorted(byDifficulty)]
}

/** What opens next: each requirement that is missing is in work already. The fewest sessions away come first. */
export function openingNext(skills: readonly Skill[], graph: SkillGraph): readonly Opening[] {
  const openings = skills.flatMap((skill) => {
    const after = skill.lockedBy.map(({ anyOf }) => nearestInWork(anyOf, graph))
    const isNext = skill.status === 'locked' && after.every((one) => one !== undefined)
    return isNext ? [{ skill, after: [...new Set(after)] }] : []
  })
  return openings.toSorted(
    (one, other) => sessionsUntil(one) - sessionsUntil(other) || byDifficulty(one.skill, other.skill),
  )
}

function nearestInWork(anyOf: readonly { readonly slug: string }[], graph: SkillGraph): Skill | undefined {
  const inWork = anyOf.flatMap(({ slug }) => graph.find(slug) ?? []).filter(({ status }) => status === 'in_work')
  return inWork.toSorted((one, other) => one.sessionsMissing - other.sessionsMissing)[0]
}

function sessionsUntil({ after }: Opening): number {
  return Math.max(0, ...after.map(({ sessionsMissing }) => sessionsMissing))
}

/** The next rung of a ladder towards a skill, and what is missing until it opens. */
export type Ahead = { readonly skill: Skill; readonly missing: readonly Step[] }

/** Finds the easiest rung of a ladder that is not mastered; null when all are. */
export function aheadOn(ladder: string, graph: SkillGraph): Ahead | null {
  const rungs = graph.skills.filter((skill) => skill.ladder === ladder).toSorted(byDifficulty)
  const next = rungs.find(({ status }) => status !== 'mastered')
  return next ? { skill: next, missing: wayTo(next, graph) } : null
}
