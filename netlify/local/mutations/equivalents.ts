import { abilityEquivalents } from './equivalents/ability.js'
import type { Equivalent } from './equivalents/equivalent.js'
import { loadEquivalents } from './equivalents/load.js'
import { otherEquivalents } from './equivalents/other.js'
import { trainingEquivalents } from './equivalents/training.js'
import { warningsEquivalents } from './equivalents/warnings.js'

/**
 * The mutants that no test can kill. `npm run test:mutations` fails when one of them is killed, or
 * is no longer a mutant.
 */
export const equivalents: readonly Equivalent[] = [
  ...abilityEquivalents,
  ...loadEquivalents,
  ...trainingEquivalents,
  ...warningsEquivalents,
  ...otherEquivalents,
]
