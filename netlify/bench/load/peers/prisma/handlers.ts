import { rangeOf } from '../../../../functions/core/domain/calendar/iso-week.js'
import { tokenVerifier } from '../../floor/token.js'
import { plannedSlugs } from '../../operations/bodies.js'
import type { Handlers } from '../by-hand/handlers.js'
import { openPrisma } from './client.js'

/** The same reads and inserts as those over `pg`, as one asks Prisma for them. */
export async function prismaHandlers(): Promise<Handlers> {
  const { exercise, day, session, setLog } = await openPrisma()
  return {
    whoAsks: await tokenVerifier(),
    libraryList: (category, level) =>
      exercise.findMany({
        where: { category: { name: category }, level: { order: Number(level) }, retiredAt: null },
        include: { category: true, level: true },
        orderBy: [{ difficulty: 'asc' }, { slug: 'asc' }],
        take: 50,
      }),
    exercise: (slug) => exercise.findUnique({ where: { slug }, include: { category: true, level: true } }),
    week: async (athlete, week) => {
      const { from, to } = rangeOf(week)
      const within = { gte: new Date(from), lte: new Date(to) }
      const [days, sessions] = await Promise.all([
        day.findMany({ where: { userId: athlete, date: within }, orderBy: { date: 'asc' } }),
        session.findMany({
          where: { userId: athlete, date: within },
          select: { id: true, date: true, status: true, durationMinutes: true, exercises: named },
          orderBy: { date: 'asc' },
        }),
      ])
      return { days, sessions }
    },
    session: (athlete, id) =>
      session.findUnique({ where: { id, userId: athlete }, include: { exercises: { ...inOrder, include: withSets } } }),
    createSession: async (athlete, date) => {
      const found = await exercise.findMany<{ id: string; slug: string; defaultSets: unknown }>({
        where: { slug: { in: [...plannedSlugs] } },
        select: { id: true, slug: true, defaultSets: true },
      })
      const data = plannedSlugs.map((slug, index) => {
        const one = found.find((exercise) => exercise.slug === slug)
        return { exerciseId: one?.id, order: index + 1, planned: one?.defaultSets }
      })
      return session.create({
        data: { userId: athlete, date: new Date(date), exercises: { createMany: { data } } },
        select: { id: true, exercises: { select: { id: true } } },
      })
    },
    logSet: (athlete, { exerciseId, setNumber, reps, rpe }) =>
      setLog.create({
        data: { sessionExerciseId: exerciseId, userId: athlete, setNumber, reps, rpe },
        select: { id: true, completedAt: true },
      }),
    completeSession: (athlete, id) =>
      session.update({
        where: { id, userId: athlete, status: { not: 'completed' } },
        data: { status: 'completed', completedAt: new Date(), version: { increment: 1 } },
        select: { id: true },
      }),
  }
}

const inOrder = { orderBy: { order: 'asc' } }
const name = { select: { slug: true, name: true } }
const named = { ...inOrder, select: { exercise: name } }
const withSets = { exercise: name, sets: { orderBy: [{ setNumber: 'asc' }, { side: 'asc' }] } }
