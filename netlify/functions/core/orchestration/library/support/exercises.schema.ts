import * as z from 'zod'
import { EquipmentFilter } from '#domain/library/equipment-filter.schema.js'
import { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import { ExerciseKey } from '#domain/library/exercise-ref.schema.js'
import { SortOrder } from '#domain/library/sort-order.schema.js'
import { Category, Level, Metric, Tag } from '#domain/library/vocabulary.js'
import { freeText } from '#domain/values/text.schema.js'
import { wholeNumberText } from '#domain/values/whole-number.schema.js'
import { fieldsQuery } from '#orchestration/chosen-fields.js'
import { longestPage, pageQueryUpTo } from '#orchestration/paging.js'

/** The path of one exercise, in the library or as an athlete does it. */
export const ExercisePath = z.strictObject({ exercise: ExerciseKey })

const LevelFilter = wholeNumberText({ min: 0, max: 5 })
  .pipe(Level)
  .meta({ description: 'Of this level only, from Foundation (0) to Expert (5)', example: 2 })

const SearchText = freeText(80).regex(/\S/, 'must name something to look for').meta({
  description:
    'What somebody calls it, as people type: other names, other languages, without hyphens or with a slip. Or words of its name, tags and description, all of them',
  example: 'press ups',
})

/** The query parameters of the list of exercises. */
export const ExerciseSearch = z.strictObject({
  level: LevelFilter.exactOptional(),
  category: Category.exactOptional().meta({ description: 'Of this category only', example: 'Pull' }),
  tag: Tag.exactOptional().meta({ description: 'With this tag only', example: 'isometric' }),
  equipment: EquipmentFilter.exactOptional(),
  metric: Metric.exactOptional().meta({ description: 'Counted like this only', example: 'reps' }),
  q: SearchText.exactOptional(),
  sort: SortOrder.exactOptional().meta({
    description:
      'The order; a hyphen turns it round. `relevance`, the order of a list with `q`, has the best fit first; without `q`, and otherwise, the easiest is first',
    example: '-name',
  }),
  fields: fieldsQuery(ExerciseEntry).exactOptional(),
  ...pageQueryUpTo(longestPage),
})
export type ExerciseSearch = z.output<typeof ExerciseSearch>
