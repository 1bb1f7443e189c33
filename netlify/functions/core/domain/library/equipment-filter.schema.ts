import * as z from 'zod'
import { Equipment, equipment } from './vocabulary.js'

const word = `(?:${equipment.join('|')})`
const listed = new RegExp(`^(?:none|${word}(?:,${word})*)$`)

/**
 * The equipment at hand, as a query parameter: words joined by commas, or `none`; parsed to a list.
 */
export const EquipmentFilter = z
  .string()
  .max(200)
  .regex(listed, { error: `must be none, or some of ${equipment.join(', ')}, joined by commas`, abort: true })
  .transform((text) => (text === 'none' ? [] : text.split(',')))
  .pipe(z.array(Equipment).max(equipment.length))
  .meta({
    description: 'What there is to train with, joined by commas; `none` for nothing at all',
    example: 'band,wall',
  })
