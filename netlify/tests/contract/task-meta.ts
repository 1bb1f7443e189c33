declare module 'vitest' {
  interface TaskMeta {
    /** What a test saw, in a few words: it stands in docs/reliability.md. */
    seen?: string
  }
}

export {}
