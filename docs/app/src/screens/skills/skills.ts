import type { SkillMap } from '@calistheniq/client'
import { html, nothing, type TemplateResult } from 'lit-html'
import { library, skillMap, today, vocabularies } from '../../data/resources.js'
import { redraw } from '../../shell/redraw.js'
import type { Screen } from '../../shell/screen.js'
import { known } from '../../ui/known.js'
import { namedBy } from './address.js'
import { categoriesView } from './categories-view.js'
import { levelsView } from './levels-view.js'
import { outlookView } from './outlook-view.js'
import { foundView, isSearching, searchFields } from './search-view.js'
import type { Shown } from './shown.js'
import { skillDialog } from './skill-dialog.js'
import { graphOf, type Skill, type SkillGraph } from './skill-graph.js'
import { treeView } from './tree/tree-view.js'
import { wayTo } from './way.js'

const wide = matchMedia('(min-width: 60rem)')
wide.addEventListener('change', redraw)

/** The category that was looked at last: an exercise opens over its tree. */
let category: string | null = null
/** The locked exercise that was looked at last: the tree shows the way to it. */
let goal: string | null = null

export const skills: Screen = {
  title: () => 'Skills',
  needs: () => [skillMap, library, vocabularies, today],
  isOnePage: true,
  view: (rest) => known(skillMap, (map) => screenOf(map, rest)),
}

function screenOf(map: SkillMap, rest: readonly string[]): TemplateResult {
  const graph = graphOf(map)
  const named = namedBy(rest)
  const open = graph.find(named.exercise ?? '')
  category = named.category ?? category ?? open?.category ?? 'Push'
  if (open?.status === 'locked') goal = open.slug
  const shown = shownOf(category, graph)
  return html`
    ${categoriesView(category)}
    ${searchFields(graph.skills)}
    ${isSearching() ? foundView(graph.skills, category) : html`${outlookView(shown.skills, graph)}${goalView(graph)}${wide.matches ? treeView(shown) : levelsView(shown)}`}
    ${skillDialog(open, graph, category)}`
}

function shownOf(category: string, graph: SkillGraph): Shown {
  const skills = graph.inCategory(category)
  const level = today.value()?.levels?.find((one) => one.category === category)?.level ?? null
  return { category, skills, graph, level, way: wayOf(graph.find(goal ?? ''), graph) }
}

function wayOf(goal: Skill | undefined, graph: SkillGraph): ReadonlySet<string> {
  return new Set(goal ? [goal.slug, ...wayTo(goal, graph).map(({ skill }) => skill.slug)] : [])
}

function goalView(graph: SkillGraph): TemplateResult | typeof nothing {
  const skill = graph.find(goal ?? '')
  if (!skill) return nothing
  const clear = () => {
    goal = null
    redraw()
  }
  return html`<p class="notice">The way to ${skill.name} is marked. <button class="link" @click=${clear}>Clear</button></p>`
}
