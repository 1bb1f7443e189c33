import type { Check } from './check.js'
import { derivedStateCheck } from './derived-state.js'
import { designCheck } from './design-tables.js'
import { edgesCheck } from './edges.js'
import { actualSetsCheck, erasedInWeeksCheck, summariesCheck } from './facts.js'
import { libraryCountsCheck, libraryGraphCheck, libraryNamesCheck, librarySeedsCheck } from './library.js'
import { migrationsCheck } from './migrations.js'
import { orphansCheck } from './orphans.js'
import { schemaChecks } from './schema-checks.js'
import { securityChecks } from './security.js'

/** The checks of `db:verify`, in the order in which they run. */
export const checks: readonly Check[] = [
  migrationsCheck,
  designCheck,
  ...schemaChecks,
  ...securityChecks,
  libraryCountsCheck,
  libraryGraphCheck,
  librarySeedsCheck,
  libraryNamesCheck,
  edgesCheck,
  orphansCheck,
  actualSetsCheck,
  summariesCheck,
  erasedInWeeksCheck,
  derivedStateCheck,
]
