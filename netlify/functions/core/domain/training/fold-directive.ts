import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { setGoal } from './fold-goals.js'
import { startAt } from './known-ability.js'
import type { Directive } from './training-log.js'
import { type Draft, type LevelStanding, standingIn } from './training-state.js'

/**
 * Folds a directive into the draft. Amendments change nothing here: `foldSession` applies them to
 * their exercise.
 */
export function foldDirective(draft: Draft, directive: Directive, rules: TrainingRules): void {
  switch (directive.kind) {
    case 'workingSets':
      draft.exercises.set(directive.exerciseId, {
        ...standingIn(draft, directive.exerciseId),
        working: directive.sets,
        overStreak: 0,
        failStreak: 0,
        masteryCount: 0,
      })
      return
    case 'assessment':
      assess(draft, directive, rules)
      return
    case 'level':
      setLevel(draft, directive, rules)
      return
    case 'deload':
      draft.deloads.push({ startsOn: directive.startsOn, endsOn: directive.endsOn })
      return
    case 'goal':
      setGoal(draft.goals, directive)
      return
    case 'override':
    case 'confirmation':
      return
    default:
      directive satisfies never
  }
}

type Assessed = { readonly category: Category; readonly level: number; readonly on: string }

function assess(draft: Draft, { category, level, on }: Assessed, rules: TrainingRules): void {
  const before = draft.categories.get(category)
  draft.categories.set(category, {
    category,
    ...startAt(level, rules),
    observedOn: on,
    sessionsCount: before?.sessionsCount ?? 0,
    lastSessionOn: before?.lastSessionOn ?? null,
  })
}

/**
 * Sets a level. A level set by hand before anything was observed is also the best guess of the
 * ability; later it is only a level.
 */
function setLevel(draft: Draft, directive: Extract<Directive, { kind: 'level' }>, rules: TrainingRules): void {
  const standing: LevelStanding = {
    category: directive.category,
    level: directive.level,
    source: directive.source,
    setOn: directive.on,
    setAt: directive.at,
  }
  draft.levels.set(directive.category, standing)
  const known = draft.categories.get(directive.category)
  if (directive.source === 'hand' && (known?.sessionsCount ?? 0) === 0) assess(draft, directive, rules)
}
