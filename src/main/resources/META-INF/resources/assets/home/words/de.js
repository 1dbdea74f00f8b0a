// Die Seite für Patientinnen, Patienten und Angehörige auf Deutsch. Jede Sprache hat dieselben Schlüssel. Ärztinnen und
// Ärzte des Zentrums prüfen jede Änderung, in allen Sprachen.

export const de = {
    name: 'Deutsch',
    locale: 'de-DE',
    language: 'Sprache',
    page: 'Zu Hause – Vigil',
    skip: 'Zum Inhalt',
    theme: 'Hell oder dunkel',
    signOut: 'Abmelden',
    heading: 'Jeden Tag zu Hause',
    notWatched: 'Niemand sieht diese Seite Tag und Nacht an. Rufen Sie an, wenn Sie sich Sorgen machen.',
    yes: 'Ja',
    no: 'Nein',

    call: phone => `Anrufen: ${phone}`,
    callNow: phone => `Rufen Sie jetzt an: ${phone}`,
    callWithout: 'Anrufen: Die Nummer steht auf Ihrer Karte',
    callNowWithout: 'Rufen Sie jetzt Ihr Zentrum an: Die Nummer steht auf Ihrer Karte',
    callWhy: 'Sie haben eingegeben:',
    callFirst:
        'Rufen Sie zuerst an, und speichern Sie es dann hier. Warten Sie nicht auf eine Antwort auf dieser Seite. ' +
        'Wenn Sie das Zentrum nicht erreichen, rufen Sie die Notrufnummer Ihres Landes an.',
    called: 'Ich habe angerufen',
    whenToCall: 'Wann Sie anrufen',
    whenUnread: 'Die Liste steht auf dem Blatt, das Sie mitbekommen haben. Rufen Sie im Zweifel an.',

    sentence: 'Ein Satz, von Hand geschrieben',
    sentenceHow:
        'Lassen Sie hier mit dem Finger einen Satz schreiben, oder auf Papier für ein Foto. ' +
        'Die Patientin oder der Patient schreibt. Nicht nötig.',
    pad: {
        sheet: 'Blatt, um mit dem Finger einen Satz zu schreiben. Nicht nötig.',
        clear: 'Blatt leeren',
    },
    photo: 'Das Papier fotografieren',
    photoTaken: 'Das Foto, das gesendet wird',
    photoRemove: 'Foto entfernen',
    photoUnreadable: 'Dieses Bild ist nicht lesbar. Machen Sie ein neues.',
    lastSentence: when => `Der letzte Satz, geschrieben ${when}:`,
    lastSentenceShown: 'Der letzte Satz, von Hand geschrieben',

    questions: 'Fünf Fragen',
    questionsHow: 'Antworten Sie mit Ja, wenn es neu ist oder schlimmer als vorher.',
    signs: {
        confusion: {
            ask: 'Ist die Person verwirrt?',
            example: 'Zum Beispiel: weiß den Tag oder den Ort nicht, oder legt Dinge an seltsame Stellen.',
            short: 'verwirrt',
        },
        speech: {
            ask: 'Ist es schwer, Wörter zu finden oder zu sagen?',
            example: 'Zum Beispiel: bleibt mitten im Satz stecken, oder nennt eine Tasse einen Teller.',
            short: 'Mühe mit Wörtern',
        },
        writing: {
            ask: 'Sieht die Handschrift anders aus?',
            example: 'Zum Beispiel: kleiner, zittrig, oder es fehlen Wörter.',
            short: 'Handschrift verändert',
        },
        shaking: {
            ask: 'Zittern die Hände oder der Körper?',
            example: 'Zum Beispiel: verschüttet etwas beim Trinken aus der Tasse.',
            short: 'Zittern',
        },
        drowsiness: {
            ask: 'Ist die Person schläfrig oder schwer zu wecken?',
            example: 'Zum Beispiel: schläft ein, während Sie sprechen.',
            short: 'schläfrig oder schwer zu wecken',
        },
    },
    saveAnswers: 'Antworten speichern',
    answerMissing: 'Antworten Sie mit Ja oder Nein.',
    otherPerson:
        'Die Person, die bei Ihnen ist, stellt jeden Tag fünf Fragen und sendet einen Satz, ' +
        'den Sie geschrieben haben. Sie meldet sich mit einem eigenen Konto an.',

    begun: when => `Sie haben das ${when} begonnen und nicht gespeichert. Prüfen Sie es, bevor Sie speichern.`,
    readings: 'Messwerte',
    readingsHow: 'Tragen Sie ein, was Sie gemessen haben. Lassen Sie den Rest leer.',
    fields: {
        temperature: 'Temperatur, °C',
        heartRate: 'Puls, /min',
        systolic: 'Oberer Blutdruck, mmHg',
        spo2: 'Sauerstoff (SpO₂), %',
    },
    at: 'Gemessen um (jetzt, wenn leer)',
    number: {
        twoWays: 'Das kann man auf zwei Arten lesen. Schreiben Sie 1200 oder 1,2.',
        noNumber: 'Schreiben Sie eine Zahl, zum Beispiel 37,5.',
        otherUnit: unit => `Schreiben Sie die Zahl in ${unit}.`,
        least: min => `Die Zahl muss mindestens ${min} sein.`,
        most: max => `Die Zahl darf höchstens ${max} sein.`,
        doubtful: (number, unit) =>
            `${number.toLocaleString('de-DE')} ${unit} ist ungewöhnlich. ` +
            'Sehen Sie noch einmal nach. Haken Sie hier an, wenn die Zahl stimmt.',
    },
    time: {
        twice: 'Diese Uhrzeit gibt es in dieser Nacht zweimal',
        first: 'Die erste',
        second: 'Die zweite, nach der Umstellung der Uhr',
        never: zone => `Diese Uhrzeit gibt es in ${zone} an diesem Tag nicht.`,
    },
    numberMeant: 'Verbessern Sie die Zahl, oder haken Sie an, dass sie stimmt.',
    timeWrong: 'Schreiben Sie Tag und Uhrzeit, oder lassen Sie es leer.',
    timeAhead: 'Diese Zeit liegt in der Zukunft. Verbessern Sie sie, oder lassen Sie sie leer.',
    readingMissing: 'Tragen Sie mindestens eine Zahl ein.',
    echo: what => `Gespeichert wird: ${what}.`,
    saveReadings: 'Messwerte speichern',
    values: {
        temperature: number => `${number} °C`,
        heartRate: number => `Puls ${number}`,
        systolic: number => `oberer Blutdruck ${number}`,
        spo2: number => `Sauerstoff ${number} %`,
    },

    now: 'jetzt',
    today: clock => `um ${clock}`,
    otherDay: (day, clock) => `am ${day} um ${clock}`,

    due: 'Was ansteht',
    dueNow: what => `Jetzt: ${what}`,
    dueNext: (what, when) => `Als Nächstes: ${what}, ${when}`,
    dueUnread: 'Das ist jetzt nicht abrufbar. Es wird von selbst wieder versucht.',
    readAt: when => `Stand ${when}. Das lässt sich jetzt nicht aktualisieren.`,
    checks: { 'vital-signs': 'die Messwerte', 'home-check': 'der Satz und die fünf Fragen' },
    parts: {
        temperature: 'Temperatur',
        'heart-rate': 'Puls',
        'blood-pressure': 'oberer Blutdruck',
        spo2: 'Sauerstoff',
    },

    entries: 'Zuletzt eingegeben',
    entriesNone: 'Noch nichts.',
    signsNone: 'fünf Fragen, mit Nein beantwortet',
    signsSome: which => `neu oder schlimmer: ${which}`,

    saved: 'Gespeichert. Das Zentrum hat es.',
    waiting: 'Noch nicht gesendet: Lassen Sie diese Seite offen, oder rufen Sie an.',
    refused: 'Nicht angenommen. Rufen Sie das Zentrum an und sagen Sie, was Sie eingeben wollten.',
    leaving: {
        unsent: count => `Einträge, die noch nicht beim Zentrum sind: ${count}.`,
        unsentHow:
            'Sie werden erst gesendet, wenn Sie sich hier wieder anmelden. ' +
            'Rufen Sie an, wenn Sie sich Sorgen machen.',
        nevertheless: 'Trotzdem abmelden',
    },
    putAway: 'Diese Meldung entfernen',
    notKept: 'Dieser Browser konnte es nicht aufbewahren. Rufen Sie das Zentrum an.',
    failed: 'Diese Seite arbeitet nicht richtig. Laden Sie sie neu, oder rufen Sie an.',

    ended: 'Sie werden jetzt nicht zu Hause überwacht',
    endedHow:
        'Was hier eingegeben wird, liest niemand. ' +
        'Rufen Sie an, wenn es Ihnen schlecht geht oder Sie sich Sorgen machen.',
    signedOut: 'Sie sind abgemeldet',
    signedOutHow:
        'Was Sie geschrieben haben, bleibt in diesem Browser. Melden Sie sich wieder an, damit das Zentrum es bekommt.',
    signInAgain: 'Wieder anmelden',
    forPatients: 'Diese Seite ist für Patientinnen, Patienten und Angehörige',
    toStaff: 'Zu Ihrer eigenen Seite',
    forStaff: 'Diese Seite ist für das Personal des Zentrums',
    toHome: 'Zu Ihrer Seite',
};
