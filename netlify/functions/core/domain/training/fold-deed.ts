import { initialAbility } from '#domain/ability/ability.js'
import type { Category } from '#domain/library/vocabulary.js'
import { setGoal } from './fold-goals.js'
import type { Directive } from './journal.js'
import type { Draft } from './training-draft.js'
import { type LevelStanding, standingIn } from './training-state.js'

/** Folds what the athlete or a test decided; what is said of single decisions stands in the marks. */
export function foldDirective(draft: Draft, deed: Directive): void {
  switch (deed.kind) {
    case 'workingSets':
      draft.exercises.set(deed.exerciseId, {
        ...standingIn(draft, deed.exerciseId),
        working: deed.sets,
        overStreak: 0,
        failStreak: 0,
        masteryCount: 0,
      })
      return
    case 'assessment':
      assess(draft, deed.category, deed.level, deed.on)
      return
    case 'level':
      setLevel(draft, deed)
      return
    case 'deload':
      draft.deloads.push({ startsOn: deed.startsOn, endsOn: deed.endsOn })
      return
    case 'goal':
      setGoal(draft.goals, deed)
      return
    case 'override':
    case 'confirmation':
      return
    default:
      deed satisfies never
  }
}

function assess(draft: Draft, category: Category, level: number, on: string): void {
  const before = draft.categories.get(category)
  draft.categories.set(category, {
    category,
    ability: initialAbility(level),
    observedOn: on,
    sessionsCount: before?.sessionsCount ?? 0,
    lastSessionOn: before?.lastSessionOn ?? null,
  })
}

/** A level set before anything was observed is the best guess of the ability; later it is only a level. */
function setLevel(draft: Draft, deed: Extract<Directive, { kind: 'level' }>): void {
  const standing: LevelStanding = {
    category: deed.category,
    level: deed.level,
    source: deed.source,
    setOn: deed.on,
    setAt: deed.at,
  }
  draft.levels.set(deed.category, standing)
  const known = draft.categories.get(deed.category)
  if (deed.source === 'hand' && (known?.sessionsCount ?? 0) === 0) assess(draft, deed.category, deed.level, deed.on)
}
