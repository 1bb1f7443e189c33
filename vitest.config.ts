import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['netlify/**/*.test.ts'],
    globalSetup: ['netlify/tests/support/global-setup.ts'],
    // files wait for PostgreSQL most of the time, and PostgreSQL needs a core too: two at once keep
    // two cores busy
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
})
