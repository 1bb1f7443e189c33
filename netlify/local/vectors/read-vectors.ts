import { readFileSync } from 'node:fs'
import * as z from 'zod'

const Case = z
  .object({ id: z.string(), input: z.unknown(), expected: z.unknown() })
  .refine((value) => 'input' in value && 'expected' in value, 'a case needs id, input and expected')

const VectorsFile = z.object({ algorithms: z.record(z.string(), z.object({ cases: z.array(Case) })) })

/** Test vectors by function: cases with an id, an input and the expected output. */
export type Vectors = z.output<typeof VectorsFile>['algorithms']

/**
 * The error for a file that cannot be read as vectors; the message is one sentence with the remedy.
 */
export class UnreadableVectors extends Error {
  override readonly name = 'UnreadableVectors'
}

/**
 * Reads a vectors file.
 *
 * @throws UnreadableVectors when there is no such file, it is not JSON, or it does not have the
 *   form of vectors.
 */
export function readVectors(file: string): Vectors {
  const parsed = VectorsFile.safeParse(parseJson(file, readText(file)))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const where = issue?.path.join('.') || 'the top'
    throw new UnreadableVectors(
      `${file} is not a vectors file: at ${where}, ${issue?.message ?? 'it has another form'}; expected {algorithms: {<function>: {cases: [{id, input, expected}]}}}.`,
    )
  }
  return parsed.data.algorithms
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new UnreadableVectors(`${file} cannot be read (${reason}); give the path of a vectors file.`)
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UnreadableVectors(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
