import { recordKey } from '#domain/training/records.js'
import { nothingKnown, type TrainingState } from '#domain/training/training-state.js'
import type { CoachNotes } from './coach-notes.js'

/**
 * Where a fold can go on from: everything that follows from the facts of all days up to one, and what
 * was noted of them.
 */
export type Checkpoint = { readonly day: string; readonly state: TrainingState; readonly notes: CoachNotes }

/** The number of this form: a checkpoint that was stored in another one is made anew. */
export const checkpointForm = 1

/** A checkpoint as it is stored, without its day: JSON, in which maps are lists. */
export type StoredCheckpoint = {
  readonly state: ReturnType<typeof storedState>
  readonly notes: ReturnType<typeof storedNotes>
}

/** Returns what is stored of a checkpoint. */
export function storedCheckpoint({ state, notes }: Omit<Checkpoint, 'day'>): StoredCheckpoint {
  return { state: storedState(state), notes: storedNotes(notes) }
}

/** Returns a checkpoint from what was stored of it. */
export function checkpointOf(day: string, { state, notes }: StoredCheckpoint): Checkpoint {
  return { day, state: stateFrom(state), notes: notesFrom(notes) }
}

/** Decisions are left out: they are stored one by one, and no later fact looks back at them. */
function storedState({ decisions: _, held: __, ...state }: TrainingState) {
  return {
    ...state,
    exercises: [...state.exercises.values()],
    categories: [...state.categories.values()],
    levels: [...state.levels.values()],
    records: [...state.records.values()],
    goals: [...state.goals.values()],
    redPain: [...state.redPain],
    painLately: [...state.painLately].map(([category, pains]) => [category, pains.map((one) => [...one])] as const),
    weeks: [...state.weeks],
    lastSaid: [...state.lastSaid],
  }
}

function stateFrom(stored: ReturnType<typeof storedState>): TrainingState {
  return {
    ...nothingKnown,
    ...stored,
    exercises: by(stored.exercises, ({ exerciseId }) => exerciseId),
    categories: by(stored.categories, ({ category }) => category),
    levels: by(stored.levels, ({ category }) => category),
    records: by(stored.records, recordKey),
    goals: by(stored.goals, ({ goalId }) => goalId),
    redPain: new Map(stored.redPain),
    painLately: new Map(stored.painLately.map(([category, pains]) => [category, pains.map((one) => new Map(one))])),
    weeks: new Map(stored.weeks),
    lastSaid: new Map(stored.lastSaid),
  }
}

function storedNotes({ slots, exercises, anchors, abilities, residuals }: CoachNotes) {
  return {
    slots: [...slots],
    exercises: [...exercises],
    anchors: [...anchors].map(([place, bySlot]) => [place, [...bySlot]] as const),
    abilities: [...abilities],
    residuals: [...residuals],
  }
}

function notesFrom({ slots, exercises, anchors, abilities, residuals }: ReturnType<typeof storedNotes>): CoachNotes {
  return {
    slots: new Map(slots),
    exercises: new Map(exercises),
    anchors: new Map(anchors.map(([place, bySlot]) => [place, new Map(bySlot)])),
    abilities: new Map(abilities),
    residuals: new Map(residuals),
  }
}

function by<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item> {
  return new Map(items.map((item) => [keyOf(item), item]))
}
