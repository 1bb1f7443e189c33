import type { Life } from './life.js'

const everything = [
  'band',
  'bench',
  'box',
  'chair',
  'doorframe',
  'low-bar',
  'parallel-bars',
  'pull-up-bar',
  'rings',
  'sliders',
  'stairs',
  'table',
  'towel',
  'wall',
]

/** Six lives, each for something that a coach has to get right. */
export const lives: readonly Life[] = [
  {
    slug: 'beginner',
    name: 'Bo',
    title: 'A beginner at 82 kg, with nothing',
    about: 'Bo weighs 82 kg, has never trained, and has nothing at home but a floor. Three days a week, 45 minutes.',
    profile: { bodyMassKg: 82, equipment: [], daysPerWeek: 3, minutesPerSession: 45 },
    answers: { 'push-up': 0, 'bodyweight-squat': 8 },
    truth: { ability: { Push: 0.4, Pull: 0.3, Squat: 0.5 }, gainPerSet: 0.016 },
    weekdays: [0, 2, 4],
  },
  {
    slug: 'bar-and-rings',
    name: 'Rhea',
    title: '22 push-ups, a bar and rings',
    about:
      'Rhea does 22 push-ups and 7 pull-ups, and has a bar and rings at home. Three days a week. In week 6 she travels: at the ' +
      'hotel there are a chair and a wall.',
    profile: {
      bodyMassKg: 68,
      equipment: ['pull-up-bar', 'rings', 'wall'],
      daysPerWeek: 3,
      minutesPerSession: 45,
      places: [{ name: 'Hotel', equipment: ['chair', 'wall', 'doorframe'] }],
    },
    answers: { 'push-up': 22, 'pull-up': 7, 'bodyweight-squat': 30 },
    goals: [{ kind: 'skill', exercise: 'bar-muscle-up' }],
    truth: { ability: { Push: 2.8, Pull: 3.3, Squat: 2.2 }, gainPerSet: 0.012 },
    weekdays: [0, 2, 4],
    happenings: [
      { from: 35, to: 41, says: 'She is away for work this week, and trains at the hotel.', place: 'Hotel' },
      { from: 58, to: 62, says: 'A cold: no training until Saturday.', away: true },
    ],
  },
  {
    slug: 'advanced',
    name: 'Ari',
    title: 'Advanced, with everything at hand',
    about: 'Ari has everything, 20 kg to add, four days a week and an hour, and wants the front lever and the planche.',
    profile: {
      bodyMassKg: 74,
      equipment: everything,
      daysPerWeek: 4,
      minutesPerSession: 60,
      loadKg: 20,
      skills: ['front-lever', 'planche'],
      dislikes: ['towel-pull-up'],
    },
    answers: { 'push-up': 45, 'pull-up': 22, 'bodyweight-squat': 60 },
    truth: { ability: { Push: 4.4, Pull: 4.5, Squat: 4.2 }, gainPerSet: 0.007 },
    weekdays: [0, 1, 3, 5],
  },
  {
    slug: 'back-after-59-days',
    name: 'Cleo',
    title: 'Back after 59 days',
    about:
      'Cleo trained four weeks with the coach, then not at all for 59 days. The page begins on the day of coming back.',
    profile: { bodyMassKg: 71, equipment: everything, daysPerWeek: 3, minutesPerSession: 45 },
    answers: { 'push-up': 20, 'pull-up': 5, 'bodyweight-squat': 30 },
    truth: { ability: { Push: 2.7, Pull: 3.0, Squat: 1.9 }, gainPerSet: 0.012 },
    weekdays: [0, 2, 4],
    before: { weeks: 4, pauseDays: 59 },
  },
  {
    slug: 'shoulder',
    name: 'Sam',
    title: 'A shoulder that hurts',
    about:
      'Sam is at level 3 with everything at hand. In week 3 the shoulder hurts, much at first, then less, then not at all.',
    profile: { bodyMassKg: 77, equipment: everything, daysPerWeek: 3, minutesPerSession: 45 },
    answers: { 'push-up': 32, 'pull-up': 9, 'bodyweight-squat': 40 },
    truth: { ability: { Push: 3.4, Pull: 3.4, Squat: 3.2 }, gainPerSet: 0.01 },
    weekdays: [0, 2, 4],
    happenings: [
      {
        from: 14,
        to: 20,
        says: 'The shoulder hurts: 7 of 10.',
        checkIn: { sleep: 4, fatigue: 4, stress: 4, soreness: 3, pain: 7, painSite: 'shoulder' },
      },
      {
        from: 21,
        to: 34,
        says: 'The shoulder is better: 4 of 10.',
        checkIn: { sleep: 4, fatigue: 4, stress: 4, soreness: 4, pain: 4, painSite: 'shoulder' },
      },
      {
        from: 35,
        to: 41,
        says: 'The shoulder does not hurt any more.',
        checkIn: { sleep: 4, fatigue: 4, stress: 4, soreness: 4, pain: 0 },
      },
    ],
  },
  {
    slug: 'twenty-minutes',
    name: 'Tove',
    title: 'Twenty minutes, six days a week',
    about: 'Tove has twenty minutes on six days, a pull-up bar, a wall and a chair.',
    profile: { bodyMassKg: 64, equipment: ['pull-up-bar', 'wall', 'chair'], daysPerWeek: 6, minutesPerSession: 20 },
    answers: { 'push-up': 15, 'pull-up': 3, 'bodyweight-squat': 25 },
    truth: { ability: { Push: 2.4, Pull: 2.7, Squat: 1.8 }, gainPerSet: 0.012 },
    weekdays: [0, 1, 2, 3, 4, 5],
  },
]
