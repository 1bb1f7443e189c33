import { defineConfig } from 'vitest/config'

/** Rooms whose tests need no database: they run without one, within seconds. */
const unit = [
  'netlify/functions/core/domain/**/*.test.ts',
  'netlify/functions/core/infrastructure/{cache,command-line,config,http,observability,webhooks}/**/*.test.ts',
  'netlify/tests/vectors/**/*.test.ts',
]

/** Tests that start programs, break things or live long, wherever they stand. */
const slow = ['netlify/**/*.slow.test.ts']

const withDatabase = { globalSetup: ['netlify/tests/support/global-setup.ts'], testTimeout: 15_000, hookTimeout: 30_000 }

/**
 * Every test file belongs to one project: what is called `.slow.test.ts` to `slow`, else what
 * stands in a room of `unit` to that, and the rest to `database`.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: unit, exclude: slow, isolate: false } },
      {
        extends: true,
        test: { ...withDatabase, name: 'database', include: ['netlify/**/*.test.ts'], exclude: [...unit, ...slow], isolate: false },
      },
      { extends: true, test: { ...withDatabase, name: 'slow', include: slow } },
    ],
  },
})
