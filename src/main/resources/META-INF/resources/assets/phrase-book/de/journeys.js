// Behandlungswege: Prüfungen des Produkts, Checkliste, Stände und Infusion.

const CHECKS = [
    ['identity of product and patient', 'Identität von Produkt und Person'],
    ['bags of the lot', 'Beutel der Charge'],
    ['custody without a gap', 'lückenloser Weg des Produkts'],
    ['release of the product', 'Freigabe des Produkts'],
    ['time since thaw', 'Zeit seit dem Auftauen'],
    ['days since lymphodepletion', 'Tage seit der Lymphodepletion'],
    ['lymphodepletion after the release', 'Lymphodepletion nach der Freigabe'],
    ['dose of the product', 'Dosis des Produkts'],
    ['one journey for a product', 'ein Behandlungsweg pro Produkt'],
];

const checks = CHECKS.flatMap(([text, target], index) => [
    [text, target],
    [`J-${index + 1} ${text}[?: {sentence}]`, `J-${index + 1} ${target}[?: {sentence}]`],
]);

/** Die vorgegebene Checkliste. Eine eigene des Hauses bleibt, wie sie ist. */
const READINESS = [
    ['Identity of the product: J-1 to J-4 and J-9', 'Identität des Produkts: J-1 bis J-4 und J-9'],
    ['Baseline ICE or CAPD, and a handwriting sample', 'Ausgangs-ICE oder -CAPD, und eine Schriftprobe'],
    ['Baseline SBP, SpO2, temperature and weight', 'Ausgangswerte: systolisch, SpO₂, Temperatur und Gewicht'],
    ['Doses of tocilizumab on hand for this patient', 'Dosen Tocilizumab bereit für diese Person'],
    [
        'Rescue: steroid, and a source of anakinra or siltuximab',
        'Notfall: Steroid, und Bezugsquelle für Anakinra oder Siltuximab',
    ],
    [
        'CRS kit, oxygen, suction, monitoring; the ICU knows',
        'CRS-Set, Sauerstoff, Absaugung, Monitoring; die Intensivstation weiß Bescheid',
    ],
    ['Seizure prophylaxis decided', 'Krampfprophylaxe entschieden'],
    ['Prophylaxis against PJP, viruses and fungi', 'Prophylaxe gegen PJP, Viren und Pilze'],
    ['No active infection, and no fever for 24 h', 'Keine aktive Infektion, und seit 24 h kein Fieber'],
    ['No steroid above replacement; date of the last one', 'Kein Steroid über der Substitution; Datum des letzten'],
    ['Organ function and oxygen sufficient', 'Organfunktion und Sauerstoff ausreichend'],
    ['Contacts of neurology and ICU', 'Kontakte von Neurologie und Intensivstation'],
    [
        'Premedication: paracetamol and antihistamine, no steroid',
        'Prämedikation: Paracetamol und Antihistaminikum, kein Steroid',
    ],
    ['Caregiver and card taught', 'Angehörige und Karte: geschult'],
    ['Code status and consent', 'Reanimationsstatus und Einwilligung'],
    ['Pregnancy test where it applies', 'Schwangerschaftstest, wo zutreffend'],
];

const custody = [
    ['nothing is recorded', 'nichts ist dokumentiert'],
    ['{n} [event|events] without a gap, now at {name}', '{n} [Schritt|Schritte] ohne Lücke, jetzt: {name}'],
    ['nothing is recorded of one of the bags', 'zu einem der Beutel ist nichts dokumentiert'],
    [
        'sent from {name} to {name2} at {at}, and not received',
        'versandt von {name} nach {name2}, {at}, und nicht eingegangen',
    ],
    ['not yet received by the hospital, now at {name}', 'noch nicht im Krankenhaus eingegangen, jetzt: {name}'],
    [
        '{step} at {at} leaves it at {name}, but {step2} at {at2} is at {name2}',
        '{step} ({at}): danach in {name}, aber {step2} ({at2}): in {name2}',
    ],
    ['temperature out of range: {step} at {at}', 'Temperatur außerhalb des Bereichs: {step}, {at}'],
];

const identity = [
    ['bag {name} is not in the lot on file', 'Beutel {name} ist nicht in der dokumentierten Charge'],
    ['bags {name} are not in the lot on file', 'Beutel {name} sind nicht in der dokumentierten Charge'],
    ['bag {name} is not in the lot {name2}', 'Beutel {name} ist nicht in der Charge {name2}'],
    ['bags {name} are not in the lot {name2}', 'Beutel {name} sind nicht in der Charge {name2}'],
    ['bag {name} is discarded', 'Beutel {name} ist verworfen'],
    ['bags {name} are discarded', 'Beutel {name} sind verworfen'],
    ['the lot expired at {at}', 'die Charge ist verfallen: {at}'],
    ['the lot and its bags are not recorded', 'die Charge und ihre Beutel sind nicht dokumentiert'],
    ['the bags are in the lot, which expires at {at}', 'die Beutel sind in der Charge, Verfall {at}'],
    ['not recorded: {known*}', 'nicht dokumentiert: {known*}'],
    ['not recorded: nameOnLabel or dateOfBirthOnLabel', 'nicht dokumentiert: nameOnLabel oder dateOfBirthOnLabel'],
    [
        'not recorded: {known*}, nameOnLabel or dateOfBirthOnLabel',
        'nicht dokumentiert: {known*}, nameOnLabel oder dateOfBirthOnLabel',
    ],
    ['confirmed at the bed by {id}[? and {id2}]', 'am Bett bestätigt von {id}[? und {id2}]'],
    [
        'confirmed at the bed by {n} of 2 users within {span}',
        'am Bett bestätigt von {n} von 2 Personen innerhalb von {span}',
    ],
    [
        'name not on file, and no full date of birth to compare',
        'Name nicht dokumentiert, und kein volles Geburtsdatum zum Vergleich',
    ],
    [
        'label: name not on file, and no full date of birth to compare',
        'Etikett: Name nicht dokumentiert, und kein volles Geburtsdatum zum Vergleich',
    ],
    ['{id} read another {read} at the bed', '{id} hat am Bett etwas anderes gelesen: {read}'],
    ['the label on file names another patient', 'das dokumentierte Etikett nennt eine andere Person'],
    ['the label on file names this patient', 'das dokumentierte Etikett nennt diese Person'],
    ['another journey has the same coiId: {id}', 'ein anderer Behandlungsweg hat dieselbe coiId: {id}'],
    [
        'a journey of another patient has the same lot: {id}',
        'der Behandlungsweg einer anderen Person hat dieselbe Charge: {id}',
    ],
    ['no other journey has this coiId or lot', 'kein anderer Behandlungsweg hat diese coiId oder Charge'],
];

const RANGE = ['{n2} to {n3} {unit3}', '{n2} bis {n3} {unit3}'];

const product = [
    ['no range is set for {name}', 'kein Bereich ist festgelegt für {name}'],
    ['no infusion is recorded', 'keine Infusion ist dokumentiert'],
    [`dose {n} {unit}, range ${RANGE[0]}`, `Dosis {n} {unit}, Bereich ${RANGE[1]}`],
    [
        `the dose {n} {unit} needs a weight to be compared with ${RANGE[0]}`,
        `für den Vergleich der Dosis {n} {unit} mit ${RANGE[1]} fehlt ein Gewicht`,
    ],
    ['no outcome of the manufacture is recorded', 'kein Ergebnis der Herstellung ist dokumentiert'],
    ['released by the manufacturer', 'vom Hersteller freigegeben'],
    ['the manufacture is {state}', 'die Herstellung ist {state}'],
    ...[
        ['', ''],
        [' ({measured}[? {n}][?, limit {n2}])', ' ({measured}[? {n}][?, Grenze {n2}])'],
    ].flatMap(([text, target]) => [
        [`out of specification${text}, without a decision`, `außerhalb der Spezifikation${target}, ohne Entscheidung`],
        [
            `out of specification${text}, used under expanded access`,
            `außerhalb der Spezifikation${target}, Anwendung im Härtefallprogramm (Expanded Access)`,
        ],
        [
            `out of specification${text}, not recorded: {known*}`,
            `außerhalb der Spezifikation${target}, nicht dokumentiert: {known*}`,
        ],
    ]),
    ['the product was not frozen', 'das Produkt war nicht eingefroren'],
    [
        'every thawed bag began within {span} of its thaw',
        'jeder aufgetaute Beutel begann innerhalb von {span} nach dem Auftauen',
    ],
    [
        'lymphodepletion ended {n} d before; limits {n2} to {n3} d',
        'Lymphodepletion endete {n} d davor; Grenzen {n2} bis {n3} d',
    ],
    ['the end of lymphodepletion is not recorded', 'das Ende der Lymphodepletion ist nicht dokumentiert'],
    ['no lymphodepletion is recorded', 'keine Lymphodepletion ist dokumentiert'],
    [
        'the first dose at {at} is before the release or arrival at {at2}',
        'die erste Dosis, {at}, liegt vor Freigabe oder Ankunft, {at2}',
    ],
    [
        'the first dose is after the release or arrival at {at}',
        'die erste Dosis liegt nach Freigabe oder Ankunft, {at}',
    ],
    [
        'the first dose is at {at}, without a release or arrival on file',
        'die erste Dosis: {at}, ohne dokumentierte Freigabe oder Ankunft',
    ],
];

const bags = [1, 2, 3, 4].map(count => {
    const each = Array.from({ length: count }, (_, index) => index + 1);
    return [
        `${each.map(index => `{id${index}} began {span${index}} after its thaw`).join(', ')}; limit {span}`,
        `${each.map(index => `{id${index}} begann {span${index}} nach dem Auftauen`).join(', ')}; Grenze {span}`,
    ];
});

const lines = [
    ['not ready: {sentence}', 'nicht bereit: {sentence}'],
    ['{readiness}: {sentence}', '{readiness}: {sentence}'],
    ['no', 'nein'],
    ['not answered', 'nicht beantwortet'],
    ['answered {span} ago, which counts for {span2}', 'beantwortet vor {span}; das zählt {span2} lang'],
    ['{n} of at least {n2}', '{n} von mindestens {n2}'],
    ['how many is not recorded, at least {n}', 'wie viele, ist nicht dokumentiert; mindestens {n}'],
    ['met', 'erfüllt'],
];

const states = [
    ['Not possible: {sentence}', 'Nicht möglich: {sentence}'],
    [
        'infused is reached by an infusion record only',
        '„infundiert“ wird nur durch die Dokumentation der Infusion erreicht',
    ],
    ['at must not be before the last step, at {at}', 'Die Zeit darf nicht vor dem letzten Schritt liegen, {at}'],
    [
        'a journey that is {state} cannot be put on hold',
        'Ein Behandlungsweg im Stand „{state}“ lässt sich nicht aussetzen',
    ],
    ['a hold needs a reason and reviewAt', 'Ein Aussetzen braucht einen Grund und einen Termin zur Überprüfung'],
    [
        'a journey with an infusion is closed, not cancelled',
        'Ein Behandlungsweg mit Infusion wird abgeschlossen, nicht abgebrochen',
    ],
    ['it is cancelled already', 'Der Behandlungsweg ist schon abgebrochen'],
    ['a cancellation needs a cause', 'Ein Abbruch braucht eine Ursache'],
    ['it is {state} already', 'Der Stand ist schon „{state}“'],
    [
        'a cancelled journey goes on as {state} only, with a reason',
        'Ein abgebrochener Behandlungsweg geht nur als „{state}“ weiter, mit einem Grund',
    ],
    ['{state} comes from in-manufacture only', '„{state}“ folgt nur auf „in Herstellung“'],
    [
        'a step back from {state} to {state2} needs a reason',
        'Ein Schritt zurück von „{state}“ nach „{state2}“ braucht einen Grund',
    ],
    ['a step back needs a reason', 'Ein Schritt zurück braucht einen Grund'],
    ['{state} needs an infusion record', '„{state}“ braucht die Dokumentation der Infusion'],
    [
        'the infusion stands: void its admission first',
        'Die Infusion gilt: Erklären Sie zuerst die Aufnahme für ungültig',
    ],
    [
        '{state} leads to released, in-manufacture or cancelled only',
        'Auf „{state}“ folgt nur „freigegeben“, „in Herstellung“ oder „abgebrochen“',
    ],
    [
        'collection-planned needs apheresis.plannedAt',
        '„Zellentnahme geplant“ braucht einen geplanten Termin der Apherese',
    ],
    [
        'delivered needs received-by-hospital in the custody',
        '„geliefert“ braucht den Schritt „im Krankenhaus eingegangen“',
    ],
    ['the infusion is recorded already', 'Die Infusion ist schon dokumentiert'],
    ['the journey is {state}, not ready', 'Der Stand ist „{state}“, nicht „bereit“'],
    [
        'the infusion began before the journey was ready, at {at}',
        'Die Infusion begann, bevor der Stand „bereit“ war, {at}',
    ],
];

/** Was von einer schon bestehenden Aufnahme bleibt. */
const TAKEN = [
    ['begin {at}', 'Beginn {at}'],
    ['ward {plain}', 'Station {plain}'],
    ['bed {plain2}', 'Bett {plain2}'],
    ['weight {n} kg', 'Gewicht {n} kg'],
];
const notTaken = TAKEN.reduce(
    (before, [text, target]) => [
        ...before,
        ...before.map(([one, other]) => [
            [...one, text],
            [...other, target],
        ]),
    ],
    [[[], []]],
)
    .filter(([text]) => text.length > 0)
    .map(([text, target]) => [
        `Not taken from this record: ${text.join(', ')}`,
        `Nicht übernommen aus dieser Dokumentation: ${target.join(', ')}`,
    ]);

const infusion = [
    ['The infusion is not recorded: {sentence}', 'Die Infusion ist nicht dokumentiert: {sentence}'],
    ['it would be before the birth', 'Sie läge vor der Geburt'],
    [
        'the patient has an active episode, {id}, and it is not of this infusion: {sentence}',
        'Die Person hat eine laufende Episode, {id}, und sie gehört nicht zu dieser Infusion: {sentence}',
    ],
    [
        'the infusion of another journey is recorded for it',
        'Zu ihr ist die Infusion eines anderen Behandlungswegs dokumentiert',
    ],
    ['it has another date of birth', 'Sie hat ein anderes Geburtsdatum'],
    ['its product is {name}, that of the journey {name2}', 'Ihr Produkt ist {name}, das des Behandlungswegs {name2}'],
    [
        'its infusion began at {at}, this one at {at2}, more than {span} apart',
        'Ihre Infusion begann {at}, diese {at2}, mehr als {span} auseinander',
    ],
    [
        'its infusion began at {at}, this one at {at2}, on another day',
        'Ihre Infusion begann {at}, diese {at2}, an einem anderen Tag',
    ],
    [
        'If it is the same infusion, correct the episode, and send the record again',
        'Wenn es dieselbe Infusion ist, korrigieren Sie die Episode, und senden Sie die Dokumentation noch einmal',
    ],
    [
        'If it is of an earlier infusion, discharge the patient first',
        'Wenn sie zu einer früheren Infusion gehört, entlassen Sie die Person zuerst',
    ],
    ['If it was opened in error, void it', 'Wenn sie irrtümlich eröffnet wurde, erklären Sie sie für ungültig'],
    [
        'the patient was discharged from an episode of an infusion at this time, {id}: undo its discharge, and send ' +
            'the record again',
        'Die Person wurde aus einer Episode mit einer Infusion zu dieser Zeit entlassen, {id}: Nehmen Sie die ' +
            'Entlassung zurück, und senden Sie die Dokumentation noch einmal',
    ],
    [
        'the patient was discharged from an episode of an infusion at this time in a ward that you do not see: undo ' +
            'its discharge, and send the record again',
        'Die Person wurde aus einer Episode mit einer Infusion zu dieser Zeit entlassen, auf einer Station, die Sie ' +
            'nicht sehen: Nehmen Sie die Entlassung zurück, und senden Sie die Dokumentation noch einmal',
    ],
    [
        'Paracetamol[? at {at}] can hide the first fever[?, and this record does not chart it: chart it as a ' +
            'medication, too]',
        'Paracetamol[? ({at})] kann das erste Fieber verdecken[?, und diese Dokumentation trägt es nicht ein: ' +
            'Dokumentieren Sie es auch als Medikament]',
    ],
    ['It is charted as a medication', 'Es ist als Medikament dokumentiert'],
    [
        'The patient had been admitted before, with the infusion of {at}: time, ward, bed, weight and baseline of ' +
            'that episode stand',
        'Die Person war schon aufgenommen, mit der Infusion ({at}): Zeit, Station, Bett, Gewicht und Ausgangswerte ' +
            'jener Episode bleiben',
    ],
    ...notTaken,
    [
        'Correct the episode if it is wrong or lacks them',
        'Korrigieren Sie die Episode, wenn sie falsch ist oder sie fehlen',
    ],
    [
        '{drug} at {at} of this record and {drug2} charted for {at2} both count, because this drug has a dose limit',
        '{drug} ({at}) aus dieser Dokumentation und {drug2}, eingetragen ({at2}), zählen beide, ' +
            'weil dieses Medikament eine Dosisgrenze hat',
    ],
    ['If they are one dose, retract one', 'Wenn es eine einzige Dosis ist, widerrufen Sie eine'],
    [
        '{drug} at {at} of this record is taken for the dose charted for {at2}, and counts once',
        '{drug} ({at}) aus dieser Dokumentation gilt als die schon eingetragene Dosis ({at2}) und zählt einmal',
    ],
    [
        'If it was another dose, chart it as a medication',
        'Wenn es eine andere Dosis war, dokumentieren Sie sie als Medikament',
    ],
];

export const JOURNEYS = [
    ...checks,
    ...READINESS,
    ...custody,
    ...identity,
    ...product,
    ...bags,
    ...lines,
    ...states,
    ...infusion,
];
