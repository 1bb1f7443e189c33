import { categories } from '#domain/library/vocabulary.js'
import { performanceDropFlag } from '../performance-flags.js'
import { type Evidence, evidence, type Gather, isCurrent, mostTelling } from './evidence.js'

/**
 * Gathers how far the last sessions of each category lay from what was expected before them, in
 * standard deviations.
 */
export const performanceDrop: Gather = (situation, rules) => {
  const { residuals, today } = situation
  const candidates = categories.flatMap((category): Evidence[] => {
    const soFar = residuals.get(category)?.filter(({ on }) => on <= today) ?? []
    const own = soFar.slice(-rules.flags.performanceDrop.sessions)
    const [first, newest] = [own.at(0), own.at(-1)]
    if (!first || !newest || !isCurrent(newest.on, situation, rules)) return []
    return [evidence({ performanceZ: own.map(({ z }) => z) }, first.on, { category })]
  })
  return mostTelling(candidates, performanceDropFlag, rules)
}
