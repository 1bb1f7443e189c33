import * as z from 'zod'
import { Category, Equipment, Level } from './vocabulary.js'

/** A level in the form that is shown: its order (0 to 5), its name and what it is about. */
export const LibraryLevel = z.strictObject({
  order: Level,
  name: z.string().min(1).max(50),
  description: z.string().min(1).max(200),
})
export type LibraryLevel = z.output<typeof LibraryLevel>

/** A movement category in the form that is shown. */
export const LibraryCategory = z.strictObject({
  name: Category,
  description: z.string().min(1).max(200),
})
export type LibraryCategory = z.output<typeof LibraryCategory>

/** A piece of equipment in the form that is shown. */
export const LibraryEquipment = z.strictObject({
  slug: Equipment,
  name: z.string().min(1).max(60),
})
export type LibraryEquipment = z.output<typeof LibraryEquipment>
