import type { CoachExercise } from '#domain/coach/coach-exercise.js'
import type { SwapKind, SwapOption } from './swap-options.js'

type Wanted = {
  readonly from: CoachExercise
  readonly to: CoachExercise | null
  readonly direction: SwapKind | null
}

const words = { lateral: 'a lateral variation', easier: 'an easier variation', harder: 'a harder variation' } as const

/** How many of the exercises that would fit are named. */
const namedMax = 3

/** Explains that there is no such swap, and what there is instead. */
export function explainNoSwap({ from, to, direction }: Wanted, options: readonly SwapOption[]): string {
  const wanted = direction === null ? 'another exercise that fits' : words[direction]
  const missing = to
    ? `${to.name} is not ${wanted} for ${from.name}.`
    : `There is not ${wanted} for ${from.name} that you can do now.`
  const others = options.slice(0, namedMax).map(({ exercise, kind }) => `${exercise.name} (${kind})`)
  return others.length === 0 ? missing : `${missing} What fits: ${others.join(', ')}.`
}
