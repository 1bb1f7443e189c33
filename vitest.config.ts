import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import LongestFirst from './netlify/tests/support/longest-first.js'

/** Rooms whose tests need no database. */
const unit = [
  'docs/app/**/*.test.ts',
  'netlify/client/**/*.test.ts',
  'netlify/functions/core/domain/**/*.test.ts',
  'netlify/functions/core/infrastructure/{cache,command-line,config,observability,time,webhooks}/**/*.test.ts',
  'netlify/functions/core/infrastructure/http/*.test.ts',
  'netlify/functions/core/infrastructure/http/{openapi,request,response}/*.test.ts',
  'netlify/bench/load/**/*.test.ts',
  'netlify/tests/vectors/**/*.test.ts',
  'netlify/tests/coach/acceptance.test.ts',
]

/** Tests that start programs, break things or live long. */
const slow = ['netlify/**/*.slow.test.ts']

/** What `npm run bench` installs for its peers, with tests of their own. */
const peers = ['netlify/bench/.peers/**']

const buildClient = 'netlify/tests/client/build-client.ts'
const onPostgres = { globalSetup: ['netlify/tests/support/global-setup.ts'] }

/**
 * Sorts every test file into one project: `.slow.test.ts` is `slow`, a file in a room of `unit` is
 * that, and the rest is `database`. Files of `unit` and `database` share a worker and its modules.
 */
export default defineConfig({
  test: {
    // files wait for PostgreSQL most of the time, and PostgreSQL needs a core too: two at once keep
    // two cores busy
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // generous: a machine that is busy with something else is no fault
    testTimeout: 15_000,
    hookTimeout: 30_000,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './netlify/tests/support/slowest-files.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: unit, exclude: [...slow, ...peers], isolate: false } },
      {
        extends: true,
        test: {
          ...onPostgres,
          name: 'database',
          include: ['netlify/**/*.test.ts'],
          exclude: [...unit, ...slow, ...peers],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          globalSetup: [...onPostgres.globalSetup, buildClient],
          name: 'slow',
          include: slow,
          exclude: peers,
        },
      },
    ],
  },
})
