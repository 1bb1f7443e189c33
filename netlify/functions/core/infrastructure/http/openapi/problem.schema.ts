import * as z from 'zod'
import { type ProblemCode as AnyProblemCode, problems } from '../problems.js'
import { detailCharactersMax } from '../request/faults.js'

const statuses = [...new Set(Object.values(problems).map(({ status }) => status))]

const ProblemCode = z
  .enum(Object.keys(problems) as AnyProblemCode[])
  .meta({ id: 'ProblemCode', description: 'Stable; what programs go by', example: 'INVALID_INPUT' })

const said = {
  code: z
    .string()
    .max(60)
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .meta({ description: 'What is wrong, as a stable code', example: 'REQUIRED' }),
  detail: z
    .string()
    .max(detailCharactersMax)
    .meta({ description: 'What is wrong, for people', example: 'is required' }),
}

const pointer = z
  .string()
  .max(1_000)
  .regex(/^(\/.*)?$/s)
  .meta({ description: 'Where in the body, a JSON pointer (RFC 6901)', example: '/exercises/0/sets' })

const parameter = z.string().max(1_000).meta({ description: 'The path or query parameter', example: 'limit' })

const header = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9-]+$/)
  .meta({ description: 'The request header', example: 'If-Match' })

const FaultOfRequest = z
  .union([
    z.strictObject({ pointer, ...said }),
    z.strictObject({ parameter, ...said }),
    z.strictObject({ header, ...said }),
  ])
  .meta({ id: 'Fault', description: 'One fault of a request: where it is, a code, and a sentence' })

/**
 * The body of every error: problem details (RFC 9457) with a stable code and all faults at once.
 */
export const ProblemDetails = z
  .strictObject({
    type: z
      .url()
      .max(300)
      .meta({ description: 'A page that explains the code', example: 'http://localhost:8888/problems#invalid-input' }),
    title: z
      .string()
      .max(200)
      .meta({ description: 'What the code means', example: 'The input is not as it should be' }),
    status: z.literal(statuses).meta({ description: 'The HTTP status', example: 422 }),
    detail: z
      .string()
      .max(2_000)
      .meta({ description: 'What is wrong here', example: 'The body is not as it should be.' }),
    instance: z
      .string()
      .max(200)
      .regex(/^urn:request:[A-Za-z0-9._-]{8,128}$/)
      .meta({ description: 'The id of the request', example: 'urn:request:0198c0de-7a11-7000-8000-000000000001' }),
    code: ProblemCode,
    currentVersion: z.int().min(0).max(2_147_483_647).optional().meta({
      description: 'With `VERSION_MISMATCH`: the version that there is; 0 where nothing is there yet',
      example: 4,
    }),
    errors: z.array(FaultOfRequest).max(10_000).optional().meta({ description: 'All faults of the request at once' }),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' })
