// The page for patients and caregivers in English. Every language has the same keys. Doctors of the centre check every
// change, in all languages.

export const en = {
    name: 'English',
    locale: 'en-GB',
    language: 'Language',
    page: 'At home – Vigil',
    skip: 'Skip to the content',
    theme: 'Light or dark',
    signOut: 'Sign out',
    heading: 'Every day at home',
    notWatched: 'Nobody watches this page day and night. If you are worried, call.',
    yes: 'Yes',
    no: 'No',

    call: phone => `Call: ${phone}`,
    callNow: phone => `Call now: ${phone}`,
    callWithout: 'To call: the number is on your card',
    callNowWithout: 'Call your centre now: the number is on your card',
    callWhy: 'You entered:',
    callFirst:
        'Call first, then save it here. Do not wait for an answer on this page. ' +
        'If you do not reach the centre, call the emergency number of your country.',
    called: 'I have called',
    whenToCall: 'When to call',
    whenUnread: 'The list is on the paper that you took home. If in doubt, call.',

    sentence: 'One sentence, written by hand',
    sentenceHow: 'Let the patient write one sentence here with a finger, or on paper for a photo. Not required.',
    pad: {
        sheet: 'Sheet to write a sentence on with a finger. Not required.',
        clear: 'Clear the sheet',
    },
    photo: 'Take a photo of the paper',
    photoTaken: 'The photo that is sent',
    photoRemove: 'Remove the photo',
    photoUnreadable: 'This picture cannot be read. Take another one.',
    lastSentence: when => `The last sentence, written ${when}:`,
    lastSentenceShown: 'The last sentence, written by hand',

    questions: 'Five questions',
    questionsHow: 'Answer yes if it is new, or worse than before.',
    signs: {
        confusion: {
            ask: 'Is the patient confused?',
            example: 'For example: does not know the day or the town, or puts things in odd places.',
            short: 'confused',
        },
        speech: {
            ask: 'Is it hard to find or to say words?',
            example: 'For example: stops in the middle of a sentence, or calls a cup a plate.',
            short: 'trouble with words',
        },
        writing: {
            ask: 'Does the handwriting look different?',
            example: 'For example: smaller, shaky, or words are missing.',
            short: 'handwriting changed',
        },
        shaking: {
            ask: 'Do the hands or the body shake?',
            example: 'For example: spills when drinking from a cup.',
            short: 'shaking',
        },
        drowsiness: {
            ask: 'Is the patient sleepy, or hard to wake?',
            example: 'For example: falls asleep while you talk.',
            short: 'sleepy or hard to wake',
        },
    },
    saveAnswers: 'Save the answers',
    answerMissing: 'Answer yes or no.',
    otherPerson:
        'The person who stays with you asks five questions every day and sends a sentence that you wrote. ' +
        'That person signs in with their own account.',

    begun: when => `You began this ${when}, and it is not saved. Check it before you save.`,
    readings: 'Readings',
    readingsHow: 'Fill in what you have measured. Leave the rest empty.',
    fields: {
        temperature: 'Temperature, °C',
        heartRate: 'Pulse, /min',
        systolic: 'Upper blood pressure, mmHg',
        spo2: 'Oxygen (SpO₂), %',
    },
    at: 'Measured at (now, if empty)',
    number: {
        twoWays: 'This can be read in two ways. Write 1200 or 1.2.',
        noNumber: 'Write a number, for example 37.5.',
        otherUnit: unit => `Write the number in ${unit}.`,
        least: min => `The number must be at least ${min}.`,
        most: max => `The number must be at most ${max}.`,
        doubtful: (number, unit) => `${number} ${unit} is unusual. Look again. Tick here if the number is right.`,
    },
    time: {
        twice: 'This time comes twice in this night',
        first: 'The first',
        second: 'The second, after the clocks went back',
        never: zone => `There is no such time in ${zone} on this day.`,
    },
    numberMeant: 'Correct the number, or tick that it is right.',
    timeWrong: 'Write the day and the time, or leave it empty.',
    timeAhead: 'This time is still to come. Correct it, or leave it empty.',
    readingMissing: 'Fill in at least one number.',
    echo: what => `To be saved: ${what}.`,
    saveReadings: 'Save the readings',
    values: {
        temperature: number => `${number} °C`,
        heartRate: number => `pulse ${number}`,
        systolic: number => `upper blood pressure ${number}`,
        spo2: number => `oxygen ${number} %`,
    },

    now: 'now',
    today: clock => `at ${clock}`,
    otherDay: (day, clock) => `on ${day} at ${clock}`,

    due: 'What is due',
    dueNow: what => `Now: ${what}`,
    dueNext: (what, when) => `Next: ${what}, ${when}`,
    dueUnread: 'This cannot be read now. It is tried again by itself.',
    readAt: when => `Read ${when}. It cannot be refreshed now.`,
    checks: { 'vital-signs': 'the readings', 'home-check': 'the sentence and the five questions' },
    parts: {
        temperature: 'temperature',
        'heart-rate': 'pulse',
        'blood-pressure': 'upper blood pressure',
        spo2: 'oxygen',
    },

    entries: 'Entered last',
    entriesNone: 'Nothing yet.',
    signsNone: 'five questions, answered with no',
    signsSome: which => `new or worse: ${which}`,

    saved: 'Saved. The centre has it.',
    waiting: 'Not sent yet: keep this page open, or call.',
    refused: 'Not accepted. Call the centre and say what you wanted to enter.',
    leaving: {
        unsent: count => `Entries that have not reached the centre: ${count}.`,
        unsentHow: 'They are sent only when you sign in here again. If you are worried, call.',
        nevertheless: 'Sign out all the same',
    },
    putAway: 'Remove this message',
    notKept: 'This browser could not keep it. Call the centre.',
    failed: 'This page does not work as it should. Load it again, or call.',

    ended: 'You are not watched at home now',
    endedHow: 'What is entered here is not read. If you feel unwell or are worried, call.',
    signedOut: 'You are signed out',
    signedOutHow: 'What you have written is kept in this browser. Sign in again, so that the centre gets it.',
    signInAgain: 'Sign in again',
    forPatients: 'This page is for patients and caregivers',
    toStaff: 'To your own page',
    forStaff: 'This page is for the staff of the centre',
    toHome: 'To your page',
};
