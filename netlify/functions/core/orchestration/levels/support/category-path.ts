import * as z from 'zod'
import { Category } from '#domain/library/vocabulary.js'

/** The path of what is known of one category. */
export const CategoryPath = z.strictObject({
  category: Category.meta({ description: 'The category', example: 'Push' }),
})
