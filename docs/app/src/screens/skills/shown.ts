import type { Skill, SkillGraph } from './skill-graph.js'

/** What of the skill map is shown. */
export type Shown = {
  readonly category: string
  /** The exercises of the category. */
  readonly skills: readonly Skill[]
  readonly graph: SkillGraph
  /** The athlete's level in the category; null while it is not known. */
  readonly level: number | null
  /** The slugs on the way to the exercise that somebody looks forward to, with itself. */
  readonly way: ReadonlySet<string>
}
