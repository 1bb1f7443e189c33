import * as z from 'zod'

/** A UUID in lower case; a client may choose the id of what it creates. */
export const Id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID in lower case')
  .meta({
    id: 'Id',
    description: 'A UUID, lower case',
    format: 'uuid',
    example: '0198c0de-7a11-7000-8000-000000000001',
    maxLength: 36,
  })

/** Counts changes of a thing; its `ETag` begins with this number. */
export const Version = z
  .int()
  .min(1)
  .max(2_147_483_647)
  .meta({ description: 'Counts the changes; `"3"` in If-Match names version 3', example: 1 })
