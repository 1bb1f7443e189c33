import * as z from 'zod'
import { Id } from '#domain/values/id.schema.js'

/** The path of one goal. */
export const GoalPath = z.strictObject({ goalId: Id.meta({ description: 'Id of the goal' }) })
