import { Entity } from '../queries/owned-entities.js'

const session = {
  id: '0198c0de-7a11-7000-8000-000000000001',
  date: '2026-11-22',
  time: null,
  level: null,
  durationMinutes: null,
  notes: null,
  version: 1,
  createdAt: '2026-11-22T17:00:00.000Z',
  updatedAt: '2026-11-22T17:00:00.000Z',
  status: 'planned',
  placeId: null,
  exercises: [],
}

const page = { userId: session.id, types: null, until: new Date(0), limit: 1, bytesMax: 1 }
const mine = { userId: session.id, now: new Date(0), id: session.id }
const wanted = { userId: session.id, types: null, entities: Entity.options }

const noDifference = {
  completedExercises: 0,
  completedSets: 0,
  extraSets: 0,
  reps: 0,
  holdSeconds: 0,
  categories: [],
}

/**
 * Parameters for statements whose SQL depends on them, or that read their properties; each
 * different text is checked.
 */
export const samples: Readonly<Record<string, readonly unknown[]>> = {
  ensureExportable: [{ ...wanted, rowsMax: 1, bytesMax: 1 }],
  ensureRoomForApiKey: [{ userId: session.id, now: new Date(0), keysMax: 1 }],
  listOwnedRows: Entity.options.flatMap((entity) => [
    { ...page, entity, after: null },
    { ...page, entity, after: [] },
    { ...page, entity, after: null, until: null },
  ]),
  findExport: [mine],
  listExports: [mine],
  storeExportPart: [{ id: session.id, claimedUntil: new Date(0), content: new Uint8Array(1), rows: 1, next: null }],
  insertSession: [{ userId: session.id, session }],
  addToDailySummary: [{ ...mine, date: session.date, difference: noDifference }],
  updateSession: [{ userId: session.id, session, fromVersion: 1 }],
}
