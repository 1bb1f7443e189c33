import * as z from 'zod'
import { type Groups, waysToMeet } from './groups.js'
import { SetPrescriptions } from './sets.schema.js'
import { Tempo } from './tempo.schema.js'
import {
  Category,
  Equipment,
  ExerciseSlug,
  FitExerciseCategory,
  HealthConnectSegment,
  Ladder,
  Level,
  Metric,
  Muscle,
  Slot,
  Tag,
} from './vocabulary.js'

const withoutRepeats = (items: readonly unknown[]) => new Set(items).size === items.length
const repeats = 'must not name the same thing twice'

/** Groups that are required together; any one of a group will do, and the first is the usual one. */
function groupsOf<Item extends z.ZodType>(item: Item) {
  const alternatives = z.array(item).min(1).max(10).refine(withoutRepeats, repeats)
  return z
    .array(alternatives)
    .max(6)
    .transform((groups): Groups<z.output<Item>> => groups)
}

/** The share of body mass that an exercise moves, 0 to 1, in steps of a percent. */
const BodyMassFraction = z.number().min(0).max(1).multipleOf(0.01)

/** The source of the share: `est` is an editorial estimate, `src:` names a publication. */
const BodyMassFractionSource = z.string().regex(/^(?:est|src:[A-Z][A-Za-z]+[0-9]{0,4})$/, 'must be est or src:<author>')

/** One sentence that says what the movement is. */
const Description = z
  .string()
  .max(160)
  .regex(/^[A-Z][^\n]{19,}[^.]\.$/, 'must be a sentence with a full stop')

/** One thing to do, in the imperative, without a full stop. */
const Cue = z
  .string()
  .min(10)
  .max(90)
  .regex(/^[A-Z][^\n]*[^.]$/, 'must begin with a capital and end without a full stop')

/** The most ways to meet the prerequisites of an exercise, so that all of them can be listed. */
export const waysMax = 20

/**
 * One exercise of the library. Of each group of `prerequisites` one must be mastered, of each group of
 * `equipment` one must be there; `difficulty` lies on the same axis as the level, and the level is its
 * floor; `unilateral` means that sets are counted per side, `loadable` that mass can be added; `formerSlugs` are the slugs that it had, by which it is
 * still found, and those of exercises that it stands in for. `checkLibrary` checks what must hold between fields and between exercises.
 */
export const LibraryExercise = z.strictObject({
  slug: ExerciseSlug.refine((slug) => slug !== 'graph', 'is the address of the skill graph'),
  formerSlugs: z.array(ExerciseSlug).max(10).refine(withoutRepeats, repeats).default([]),
  name: z.string().trim().min(1).max(150),
  category: Category,
  level: Level,
  difficulty: z.number().min(0).lt(6).multipleOf(0.01),
  slot: Slot,
  ladder: Ladder,
  prerequisites: groupsOf(ExerciseSlug).refine(
    (groups) => waysToMeet(groups).length <= waysMax,
    `must not leave more than ${waysMax} ways`,
  ),
  metric: Metric,
  defaultSets: SetPrescriptions,
  defaultTempo: Tempo,
  defaultRestSeconds: z.int().min(0).max(600),
  equipment: groupsOf(Equipment),
  tags: z.array(Tag).min(1).max(20).refine(withoutRepeats, repeats),
  primaryMuscles: z.array(Muscle).min(1).max(10).refine(withoutRepeats, repeats),
  unilateral: z.boolean(),
  loadable: z.boolean(),
  bodyMassFraction: BodyMassFraction,
  bodyMassFractionSource: BodyMassFractionSource,
  fitExerciseCategory: FitExerciseCategory,
  healthConnectSegment: HealthConnectSegment,
  description: Description,
  cues: z.array(Cue).min(2).max(4).refine(withoutRepeats, repeats),
})
export type LibraryExercise = z.output<typeof LibraryExercise>

/** Two exercises of like difficulty that may stand in for each other; the pair has no direction. */
export const LateralPair = z.tuple([ExerciseSlug, ExerciseSlug])
export type LateralPair = z.output<typeof LateralPair>
