import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The files that take longest, the longest first: more than half a minute of the slow tests, more than
 * ten seconds of the others. SlowestFiles prints what a run took.
 */
export const longest: readonly string[] = [
  'netlify/tests/faults/faults.slow.test.ts',
  'netlify/tests/contract/long-history.contract.slow.test.ts',
  'netlify/tests/contract/rows-visited.contract.slow.test.ts',
  'netlify/tests/browser/site.slow.test.ts',
  'netlify/tests/api/exports.test.ts',
  'netlify/functions/core/infrastructure/database/commands/rebuild.test.ts',
  'netlify/functions/core/infrastructure/database/commands/restore.test.ts',
  'netlify/tests/contract/authorization-keys.contract.test.ts',
  'netlify/tests/api/accounts-mails.test.ts',
]

type File = { readonly moduleId: string; readonly project: { readonly name: string } }

/** Puts the longest files at the beginning of their project, and leaves the order of the others. */
export function longestFirst<Test extends File>(files: readonly Test[]): Test[] {
  const placeOf = ({ moduleId }: File) => {
    const place = longest.findIndex((path) => moduleId.endsWith(`/${path}`))
    return place === -1 ? longest.length : place
  }
  const byProject = Map.groupBy(files, ({ project }) => project.name)
  return [...byProject.values()].flatMap((inProject) => inProject.toSorted((a, b) => placeOf(a) - placeOf(b)))
}

/**
 * Orders a run so that no long file is begun last, while the other workers have nothing left. Without
 * results of an earlier run, as on a fresh checkout, vitest goes by the size of files, and the longest
 * are small: what they do is in other files.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return longestFirst(await super.sort(files))
  }
}
