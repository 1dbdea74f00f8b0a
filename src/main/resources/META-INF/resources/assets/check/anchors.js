// What a child of an age does, as anchors for the items of the CAPD: under two years, "usual" is hard to judge without.
// The ages and what belongs to them follow the developmental anchor points of the CAPD's authors, in fewer words.

const DAY = 24 * 3_600_000;
const WEEK = 7 * DAY;
const YEAR = 365.25 * DAY;
const OLDEST = 2 * YEAR;

const AGES = [
    [0, 'a newborn'],
    [4 * WEEK, '4 weeks'],
    [6 * WEEK, '6 weeks'],
    [8 * WEEK, '8 weeks'],
    [28 * WEEK, '28 weeks'],
    [YEAR, '1 year'],
];

/** One anchor per age. For the last four items it says what to look for, not what is healthy. */
const ANCHORS = {
    eyeContact: [
        'fixes on a face',
        'holds the gaze briefly, follows by 90°',
        'holds the gaze',
        'follows a face or an object past the midline, attends to it',
        'holds the gaze, prefers the parent, looks at who speaks',
        'holds the gaze, prefers the parent, looks at who speaks',
    ],
    purposeful: [
        'turns the head, mostly reflexes',
        'reaches, a little clumsily',
        'reaches',
        'moves both sides alike, holds what is put into the hand',
        'reaches smoothly',
        'reaches for things and handles them, changes position, may try to stand',
    ],
    aware: [
        'is awake and calm at times',
        'is awake and alert at times, turns to the caregiver’s voice',
        'is alert for longer, turns to the caregiver’s voice',
        'brightens or smiles at a face, frowns at a bell, coos',
        'prefers the mother, tells new things from known ones',
        'prefers the parent, is upset when parted, is comforted by a favourite thing',
    ],
    communicates: [
        'cries when hungry or uncomfortable',
        'cries when hungry or uncomfortable',
        'cries when hungry or uncomfortable',
        'cries when hungry or uncomfortable',
        'voices hunger, discomfort and curiosity',
        'uses single words or signs',
    ],
    restless: Array(AGES.length).fill('no calm state that lasts'),
    inconsolable: [
        'not soothed by rocking, singing or feeding',
        'not soothed by rocking, singing or feeding',
        'not soothed by rocking, singing or feeding',
        'not soothed by rocking, singing or feeding',
        'not soothed by singing, holding or talking',
        'not soothed by singing, holding, talking or reading',
    ],
    underactive: [
        'hardly ever flexed and then relaxed (sleeps most of the time)',
        'hardly reaches, kicks or grasps',
        'hardly reaches, kicks or grasps',
        'hardly grasps, or pushes away what is unpleasant',
        'hardly reaches, grasps or moves about in bed',
        'hardly plays, sits up or pulls up; does not crawl or walk if able to',
    ],
    slowToRespond: [
        'no sounds, weak reflexes (grasp, suck, Moro)',
        'no sounds, weak reflexes (grasp, suck, Moro)',
        'does not kick or cry at what hurts',
        'does not coo, smile or look in response',
        'does not babble, smile or laugh with others',
        'does not follow simple directions, no words or jargon in response',
    ],
};

/** A date of birth with its day. */
const WHOLE_DATE = 10;

/** The anchors for a child, or undefined from two years on, or if only the year or the month of birth is known. */
export function anchorsFor(birthDate, at) {
    const old = at - Date.parse(birthDate);
    if (birthDate.length < WHOLE_DATE || old < 0 || old >= OLDEST) return undefined;
    const index = AGES.findLastIndex(([from]) => from <= old);
    const [, age] = AGES[index];
    return { age, of: item => ANCHORS[item][index] };
}
