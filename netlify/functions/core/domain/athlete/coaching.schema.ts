import * as z from 'zod'
import { wholeNumberOf } from '#domain/values/whole-number.schema.js'

/** The ladders of the slot of skills: they are trained only by those who want them. */
export const skillLadders = ['handstand', 'planche', 'front-lever', 'back-lever', 'muscle-up'] as const
export const SkillLadder = z
  .enum(skillLadders)
  .meta({ id: 'Skill', description: 'A skill that an athlete may want to learn', example: 'handstand' })
export type SkillLadder = z.output<typeof SkillLadder>

/** The most exercises that an athlete can rule out. */
export const dislikesMax = 100

/** What a coach asks once, besides equipment and places. */
export const coachingFields = {
  daysPerWeek: z
    .int()
    .min(1)
    .max(7)
    .nullable()
    .meta({ description: 'Days of the week to train on; null when the log shall tell', example: 3 }),
  minutesPerSession: wholeNumberOf('minutes')
    .min(5)
    .max(180)
    .nullable()
    .meta({ description: 'Minutes for a session, warm-up included; null for the usual 45', example: 40 }),
  loadKg: z
    .number()
    .min(0)
    .max(200)
    .multipleOf(0.01)
    .nullable()
    .meta({ description: 'The most mass at hand that can be added (backpack, vest, belt), in kilograms', example: 10 }),
  skills: z
    .array(SkillLadder)
    .max(skillLadders.length)
    .refine((ladders) => new Set(ladders).size === ladders.length, 'must not name the same skill twice')
    .meta({
      description: 'Skills that the athlete wants to learn; no other skill is recommended',
      example: ['handstand'],
    }),
}
