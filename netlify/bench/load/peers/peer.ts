import type { Ground, Subject } from '../drive/subject.js'

/** What people would pick instead, and how it is brought up; what cannot be, throws why. */
export type Peer = { readonly name: string; readonly start: (ground: Ground) => Promise<Subject> }
