/** One check of the house: an npm script, and what it proves. */
export type Step = {
  readonly name: string
  readonly script: string
  readonly args?: readonly string[]
  /** It needs a PostgreSQL to make scratch databases on. */
  readonly needsDatabase?: boolean
}

/** What needs nothing but the code, and answers within a minute. */
export const quickSteps: readonly Step[] = [
  { name: 'format and lint', script: 'lint' },
  { name: 'types', script: 'types' },
  { name: 'layering', script: 'layering' },
]

/** What `npm run verify` checks before the tests, quickest answers first. */
export const steps: readonly Step[] = [
  ...quickSteps,
  { name: 'docs/site/problems.md is what the refusals make', script: 'docs:problems', args: ['--check'] },
  { name: 'schema.sql is what the migrations make', script: 'db:dump', args: ['--check'], needsDatabase: true },
  { name: 'the OpenAPI document lints clean', script: 'lint:openapi' },
  { name: 'npm start serves, and Ctrl-C ends all of it', script: 'smoke:start' },
]
