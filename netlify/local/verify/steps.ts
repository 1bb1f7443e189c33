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

const lint: Step = { name: 'format and lint', script: 'lint' }
const types: Step = { name: 'types', script: 'types' }
const layering: Step = { name: 'layering', script: 'layering' }

/** The checks that need only the code, and take less than a minute. */
export const quickSteps: readonly Step[] = [lint, types, layering]

/** Looks at the code and at what is generated from it, and waits for the network. */
const codeLane: readonly Step[] = [
  lint,
  types,
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
]

/**
 * Builds the client package, and whatever reads its files: layering goes through its folder before,
 * the app and `npm start` are built on it after.
 */
const clientLane: readonly Step[] = [
  layering,
  { name: 'the client package builds from the operations', script: 'client:build' },
  { name: 'types of the example app, on the client package', script: 'types:app' },
  { name: 'npm start serves, and Ctrl-C ends all of it', script: 'smoke:start' },
]

/**
 * The checks that `npm run verify` runs before the tests. Each lane is in order, the quickest check
 * first; the lanes run side by side, because a check keeps one core busy at most.
 */
export const lanes: readonly (readonly Step[])[] = [codeLane, clientLane]
