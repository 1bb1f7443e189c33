import makeExports from '../../../../functions/make-exports.js'

/** The scheduled function in a process of its own, configured by its environment, once. */
await makeExports()
