/** One check of the house: an npm script, and what it proves. */
export type Step = {
  readonly name: string
  readonly script: string
  readonly args?: readonly string[]
  /** It needs a PostgreSQL to make scratch databases on. */
  readonly needsDatabase?: boolean
}

/** What `npm run verify` checks before the tests, quickest answers first. */
export const steps: readonly Step[] = [
  { name: 'format and lint', script: 'lint' },
  { name: 'types', script: 'types' },
  { name: 'layering', script: 'layering' },
  { name: 'docs/site/problems.md is what the refusals make', script: 'docs:problems', args: ['--check'] },
  { name: 'schema.sql is what the migrations make', script: 'db:dump', args: ['--check'], needsDatabase: true },
  { name: 'the OpenAPI document lints clean', script: 'lint:openapi' },
  { name: 'npm start serves, and Ctrl-C ends all of it', script: 'smoke:start' },
]

/**
 * The tests that speak to PostgreSQL most closely; they run on a second version where one is at
 * hand.
 */
export const databaseTests = [
  'netlify/tests/contract',
  'netlify/tests/api',
  'netlify/functions/core/infrastructure/database',
  'netlify/functions/core/infrastructure/auth',
  // what stands between a client and the API is the same for every PostgreSQL
  '--exclude=netlify/tests/contract/prism*',
]
