import * as z from 'zod'
import { Equipment, equipment } from '#domain/library/vocabulary.js'

/** What there is to train with, each thing once. */
export const OwnEquipment = z
  .array(Equipment)
  .max(equipment.length)
  .refine((items) => new Set(items).size === items.length, 'must not name the same thing twice')
