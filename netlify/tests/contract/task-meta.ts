declare module 'vitest' {
  interface TaskMeta {
    /** What a test saw, in a few words, for docs/reliability.md. */
    seen?: string
  }
}

export {}
