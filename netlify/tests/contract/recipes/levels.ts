import type { Recipes } from './recipe.js'

/** A level from which a test by placement is open: its exercise needs nothing and counts reps. */
const assessment = { levels: { Push: 1, Pull: 1, Squat: 2 } }

export const levelRecipes: Recipes = {
  'levels.getAssessment': () => ({ path: '/me/levels/assessment' }),
  'levels.assess': () => ({ path: '/me/levels/assessment', body: assessment }),
  'levels.getEstimate': () => ({ path: '/me/levels/Push/estimate' }),
  'levels.getTest': () => ({ path: '/me/levels/Push/test' }),
  'levels.takeTest': async (athlete) => {
    await athlete.post('/me/levels/assessment', assessment)
    const { body } = await athlete.get('/me/levels/Push/test?placement=true')
    return { path: '/me/levels/Push/test', body: { actual: body.testExercise.sets, placement: true } }
  },
}
