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
}

/**
 * Parameters for statements whose SQL depends on them, or that read their properties; each
 * different text is checked.
 */
export const samples: Readonly<Record<string, readonly unknown[]>> = {
  insertSession: [{ userId: session.id, session }],
  updateSession: [{ userId: session.id, session, fromVersion: 1 }],
}
