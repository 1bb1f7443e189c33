/** The suites of the contract, by the end of their file's path, and what each of them shows. */
export const suites: Readonly<Record<string, string>> = {
  'contract/authorization.contract.test.ts':
    'every operation × owner, stranger, no token, expired, wrong issuer, wrong audience, alg none, HS256 with the public key, wrong scope',
  'contract/authorization-keys.contract.test.ts':
    'every operation × API key with and without the scope, revoked, rotated, expired, with a bad checksum; erased account',
  'contract/fresh-sign-in.contract.test.ts':
    'what needs a fresh sign-in × old, none, ahead of the clock, API key; the list, from what commands do to credentials',
  'contract/strangers.contract.test.ts': 'cursors, export and webhooks of a stranger',
  'contract/prism.contract.slow.test.ts':
    'Prism as a validating proxy: every operation, the account service, twelve weeks of an athlete',
  'contract/idempotency.contract.test.ts': 'every command: a repeat under its key has one effect and one answer',
  'contract/versions.contract.test.ts':
    'every command: a stale or forged If-Match is 412, nothing is done, and nothing is kept under the key',
  'contract/ways-out.contract.test.ts':
    'every operation, and its kept answer × each scope alone: nothing of another scope',
  'contract/ways-out-events.contract.test.ts':
    'history, webhooks and exports × each scope alone; every event type at registration and at delivery',
  'contract/scopes-page.contract.test.ts': 'the page of what each scope opens',
  'contract/health-consent.contract.test.ts':
    'everything that takes or shows health data × never asked, withdrawn, consented',
  'contract/quotas.contract.test.ts': 'every operation counts against the quota, however it ends',
  'contract/kept-answers-room.contract.test.ts':
    'every command × no room for kept answers: refused, and nothing is done',
  'contract/locations.contract.test.ts': 'what was created is where Location says',
  'contract/retention.contract.test.ts':
    'every table with personal data: exported, and forgotten in its time, or a reason',
  'contract/export.contract.test.ts': 'every table with personal data × each form of the export',
  'contract/long-history.contract.slow.test.ts':
    'every operation for an athlete with 1,000 sessions: nobody else waits; past the deadline 504, and nothing is written',
  'contract/rows-visited.contract.slow.test.ts':
    'every operation: rows visited in proportion to the sessions, before and after PostgreSQL has statistics',
  'contract/failures.contract.test.ts': 'pg and Neon adapters: what is known after a lost connection',
  'contract/openapi.contract.test.ts': 'the OpenAPI document: every operation, limits everywhere, examples that hold',
  'contract/operations.contract.test.ts': 'operations: one to a file, unique routes, nothing unknown is taken',
  'contract/events.contract.test.ts': 'every command and its events',
  'contract/round-trips.contract.test.ts': 'every operation and its round trips',
  'contract/row-level-security.test.ts': 'row-level security of every personal table',
  'webhooks/sign.test.ts': 'Standard Webhooks: vectors and signatures',
  'conformance/conformance.test.ts': 'each of the 14 checks finds an API that breaks its rule',
  'openapi-changes/breaking-changes.test.ts': 'each kind of breaking change of the document is found',
}

/** The paths to run with vitest; a folder stands for all files in it. */
export const suiteFiles = [
  'netlify/tests/contract',
  'netlify/functions/core/infrastructure/webhooks/sign.test.ts',
  'netlify/tests/faults/support/conformance',
  'netlify/local/openapi-changes',
]

/** Returns the title of a suite, or else the file's name. */
export function titleOf(file: string): string {
  const known = Object.entries(suites).find(([end]) => file.endsWith(end))?.[1]
  return known ?? (file.split('/').at(-1) ?? file).replace(/(\.contract)?(\.slow)?\.test\.ts$/, '').replaceAll('-', ' ')
}
