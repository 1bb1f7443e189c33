/** What the API has acknowledged to an athlete: sessions by id, with their sets. */
export type Diary = { readonly sessions: Map<string, Entry>; readonly deleted: string[] }

export type Entry = {
  status: 'planned' | 'in_progress' | 'completed'
  readonly exercises: readonly string[]
  /** By the set's id. */
  readonly sets: Map<string, { readonly exercise: string; reps: number }>
}

/** A request, the status that it expects, and what it changes in the diary. */
export type Action = {
  readonly method: 'post' | 'patch' | 'delete'
  readonly path: string
  readonly body: object
  readonly status: number
  readonly done: (diary: Diary) => void
}

export function emptyDiary(): Diary {
  return { sessions: new Map(), deleted: [] }
}
