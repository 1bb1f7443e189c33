/** A check of the project: an npm script, and what it proves. */
export type Step = {
  readonly name: string
  readonly script: string
  readonly args?: readonly string[]
  /** True when it needs a PostgreSQL for scratch databases. */
  readonly needsDatabase?: boolean
  /** True when its exit code 3 says that what it asks does not answer: then it was not run. */
  readonly needsNetwork?: boolean
}

/** The checks that need only the code, and take less than a minute. */
export const quickSteps: readonly Step[] = [
  { name: 'format and lint', script: 'lint' },
  { name: 'types', script: 'types' },
  { name: 'layering', script: 'layering' },
]

/** The checks that `npm run verify` runs before the tests, the quickest first. */
export const steps: readonly Step[] = [
  ...quickSteps,
  { name: 'the client package builds from the operations', script: 'client:build' },
  { name: 'types of the example app, on the client package', script: 'types:app' },
  { name: 'docs/site/problems.md is what the refusals make', script: 'docs:problems', args: ['--check'] },
  { name: 'schema.sql is what the migrations make', script: 'db:dump', args: ['--check'], needsDatabase: true },
  { name: 'every package has a licence of the list', script: 'check:dependencies', args: ['--licences'] },
  {
    name: 'no grave advisory is known of what reaches production',
    script: 'check:dependencies',
    args: ['--advisories'],
    needsNetwork: true,
  },
  { name: 'the OpenAPI document lints clean', script: 'lint:openapi' },
  { name: 'npm start serves, and Ctrl-C ends all of it', script: 'smoke:start' },
]
