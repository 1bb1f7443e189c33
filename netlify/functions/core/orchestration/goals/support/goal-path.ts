import * as z from 'zod'
import { GoalId } from '#domain/values/id.schema.js'

/** The path of one goal. */
export const GoalPath = z.strictObject({ goalId: GoalId.meta({ description: 'Id of the goal' }) })
