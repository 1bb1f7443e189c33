/** Exports the statements of the checks for `db:test-queries`. */
export { listDesignParts } from './design-tables.js'
export { findLonelyEdges } from './edges.js'
export { findActualSetsDrift, findErasedInWeeks } from './facts.js'
export { readStoredLibrary } from './library.js'
export { listAppliedMigrations } from './migrations.js'
export { listForeignKeys } from './orphans.js'
export { findUnguardedTables, findUnsafeRoles } from './security.js'
