// Was neben den Graden steht: Scores, Blutbild, Meilensteine, bereit zur Entlassung.

const HOME = '[? (home, not confirmed)]';
const ZU_HAUSE = '[? (zu Hause, nicht bestätigt)]';

/** Ein Laborwert, wie der Dienst ihn schreibt, etwa `ferritin > 650 ug/L`. */
const lab = number =>
    ['', '< ', '> '].map(mark => [
        `{analyte${number}} ${mark}{n${number}} {unit${number}}`,
        `{analyte${number}} ${mark}{n${number}} {unit${number}}`,
    ]);

const ofLab = (text, target) => lab('').map(([value, wert]) => [value + text, wert + target]);

const results = lab(1).flatMap(([first, erster]) =>
    lab(2).flatMap(([last, letzter]) => [
        [`${first}, then ${last}, no baseline`, `${erster}, dann ${letzter}, kein Ausgangswert`],
        ...lab(3).map(([own, eigener]) => [
            `${first}, then ${last}, baseline ${own}`,
            `${erster}, dann ${letzter}, Ausgangswert ${eigener}`,
        ]),
    ]),
);

/** Was für einen Meilenstein gilt, bis wann, und warum länger. */
const MILESTONES = {
    'Daily review': 'Tägliche Visite',
    Monitoring: 'Überwachung',
    'Near the centre': 'In der Nähe des Zentrums',
    'Near the centre, less than 1 h away': 'In der Nähe des Zentrums, weniger als 1 h entfernt',
    'Near the centre, less than 2 h away': 'In der Nähe des Zentrums, weniger als 2 h entfernt',
    'Not alone': 'Nicht allein',
    'No driving': 'Nicht Auto fahren',
};

const milestones = Object.entries(MILESTONES).flatMap(([name, to]) => [
    [`${name} until {day} (day {n})[?, prolonged: {sentence}]`, `${to} bis {day} (Tag {n})[?, verlängert: {sentence}]`],
    [`${name} until {when}[?, prolonged: {sentence}]`, `${to} bis {when}[?, verlängert: {sentence}]`],
    [`${name} goes on[?, prolonged: {sentence}]`, `${to}: gilt weiter, Ende noch offen[?, verlängert: {sentence}]`],
]);

const CULTURES = [
    ['Cultures last charted {when}', 'Kulturen zuletzt dokumentiert {when}'],
    ['Cultures not charted', 'Kulturen nicht dokumentiert'],
    ['Cultures taken {when}', 'Kulturen abgenommen {when}'],
    [
        'Cultures not charted since the fever, last {when}',
        'Kulturen seit dem Fieber nicht dokumentiert, zuletzt {when}',
    ],
];
const ANTIBIOTICS = [
    ['antibiotics last charted {when2}', 'Antibiotika zuletzt dokumentiert {when2}'],
    ['antibiotics not charted', 'Antibiotika nicht dokumentiert'],
    ['first antibiotic {when2} ({n} min after the fever)', 'erstes Antibiotikum {when2} ({n} min nach dem Fieber)'],
    [
        'first antibiotic not charted since the fever, last {when2}',
        'erstes Antibiotikum seit dem Fieber nicht dokumentiert, zuletzt {when2}',
    ],
    ['first antibiotic not charted', 'erstes Antibiotikum nicht dokumentiert'],
];
const sepsis = CULTURES.flatMap(([cultures, kulturen]) =>
    ANTIBIOTICS.map(([antibiotics, antibiotika]) => [`${cultures}, ${antibiotics}`, `${kulturen}, ${antibiotika}`]),
);

const RULES = [
    ['CTX-7 pattern of IEC-HS', 'CTX-7 Muster der IEC-HS'],
    ['CTX-8 early neutropenia', 'CTX-8 frühe Neutropenie'],
    ['CTX-9 late neutropenia', 'CTX-9 späte Neutropenie'],
    ['CTX-10 low platelets', 'CTX-10 niedrige Thrombozyten'],
    ['CTX-11 CAR-HEMATOTOX', 'CTX-11 CAR-HEMATOTOX'],
    ['CTX-12 EASIX', 'CTX-12 EASIX'],
    ['CTX-13 HScore', 'CTX-13 HScore'],
    ['CTX-14 laboratory grade', 'CTX-14 Laborgrad'],
    ['CTX-15 fever with neutropenia', 'CTX-15 Fieber bei Neutropenie'],
    ['CTX-16 milestones', 'CTX-16 Meilensteine'],
    ['CTX-17 late neurological signs', 'CTX-17 späte neurologische Zeichen'],
    ['CTX-18 kinetics', 'CTX-18 Verlauf der Werte'],
    ['HOME-1 readiness to leave', 'HOME-1 bereit zur Entlassung'],
    ['HOME-5 step-down', 'HOME-5 weniger Überwachung'],
    ['Rejeski 2023; Liang, automated reading', 'Rejeski 2023; Liang, automatisierte Auswertung'],
    ['labels of the products; local policy', 'Fachinformationen der Produkte; Regel des Hauses'],
    ['local policy; ward practice', 'Regel des Hauses; Praxis der Station'],
    [
        'A pattern, not a diagnosis: CRS, infection and progression must not explain it',
        'Ein Muster, keine Diagnose: CRS, Infektion und Progress dürfen es nicht erklären',
    ],
    ['Lines between blood tests are assumed', 'Zwischen den Blutentnahmen werden gerade Linien angenommen'],
    [
        'The two lowest days decide; other days are not seen',
        'Die zwei niedrigsten Tage entscheiden; andere Tage bleiben unberücksichtigt',
    ],
    [
        'High sensitivity, low specificity: 70 % of a population were high, AUC 0.73',
        'Hohe Sensitivität, niedrige Spezifität: 70 % einer Population waren hoch, AUC 0,73',
    ],
    ['A trend; no threshold is agreed on', 'Ein Verlauf; es gibt keinen vereinbarten Grenzwert'],
    ['Not made for patients after CAR-T', 'Nicht für Personen nach CAR-T entwickelt'],
    [
        'The laboratory value alone: symptoms and interventions are not seen',
        'Nur der Laborwert: Symptome und Maßnahmen bleiben unberücksichtigt',
    ],
    ['A fact beside the fever; it changes no grade', 'Eine Tatsache neben dem Fieber; sie ändert keinen Grad'],
    ['Dates by rule: the treating team decides', 'Daten nach Regel: Das behandelnde Team entscheidet'],
    ['Most after BCMA; none of these signs sets ICANS', 'Meist nach BCMA; keines dieser Zeichen ergibt ICANS'],
    [
        "No limit: one laboratory's values compared with each other",
        'Kein Grenzwert: Werte eines Labors miteinander verglichen',
    ],
    ['A list, never a verdict: the physician decides', 'Eine Liste, kein Urteil: Die Entscheidung ist ärztlich'],
    [
        'It changes no plan of checks and no place: the treating team decides',
        'Ändert weder Kontrollplan noch Ort: Das behandelnde Team entscheidet',
    ],
];

const READINESS = [
    // Titel der Zeilen
    ['{line}', '{line}'],
    ['{ids} {line} is {met}: {sentence}', '{ids} {line} ist {met}: {sentence}'],

    // Befunde der Zeilen
    ['day {n}, first day {n2}', 'Tag {n}, frühester Tag {n2}'],
    ['day {n}, first day {n2} for {name}', 'Tag {n}, frühester Tag {n2} für {name}'],
    [
        'day {n}, first day {n2}, the general day, because {name} has no day of its own',
        'Tag {n}, frühester Tag {n2}, der allgemeine, weil {name} keinen eigenen hat',
    ],
    [
        'day {n}, first day {n2}, the general day, because no product is recorded',
        'Tag {n}, frühester Tag {n2}, der allgemeine, weil kein Produkt dokumentiert ist',
    ],
    ['not ticked', 'nicht abgehakt'],
    ['done[?: {text}]', 'erledigt[?: {text}]'],
    ['not done[?: {text}]', 'nicht erledigt[?: {text}]'],
    ['Day {n}: every line is met', 'Tag {n}: Alle Zeilen sind erfüllt'],
    ['Day {n}: open {ids}[?; not known {ids2}]', 'Tag {n}: offen {ids}[?; nicht bekannt {ids2}]'],
    ['Day {n}: not known {ids}', 'Tag {n}: nicht bekannt {ids}'],
    ['{syndrome} is not known', '{syndrome} ist nicht bekannt'],
    ['{syndrome} is {n}', '{syndrome} ist {n}'],
    [
        '{syndrome} is 0 since {when}[?, and {span} have to pass]',
        '{syndrome} ist 0 seit {when}[?, und {span} müssen vergehen]',
    ],
    ['no ICE or CAPD since the infusion', 'kein ICE oder CAPD seit der Infusion'],
    ['no baseline of {tool}', 'kein Ausgangswert von {tool}'],
    ['{tool} {n}, baseline {n2}', '{tool} {n}, Ausgangswert {n2}'],
    ['{n2} of 3 checks with {tool}', '{n2} von 3 Kontrollen mit {tool}'],
    [
        '{tool} at the baseline of {n} on the last 3 checks',
        '{tool} bei den letzten 3 Kontrollen am Ausgangswert von {n}',
    ],
    ['the handwriting has changed', 'die Handschrift hat sich verändert'],
    ['no changed handwriting charted', 'keine veränderte Handschrift dokumentiert'],
    [
        'tocilizumab {span} ago[?, and more than 48 h have to pass]',
        'Tocilizumab vor {span}[?, und mehr als 48 h müssen vergehen]',
    ],
    ['no tocilizumab', 'kein Tocilizumab'],
    ['no steroid in 48 h', 'kein Steroid in 48 h'],
    [
        'steroid {span} ago, and no written taper is ticked',
        'Steroid vor {span}, und kein schriftliches Ausschleichschema ist abgehakt',
    ],
    ['steroid {span} ago, on a written taper', 'Steroid vor {span}, mit schriftlichem Ausschleichschema'],
    ['steroid {span} ago, no taper', 'Steroid vor {span}, kein Ausschleichschema'],
    [
        'not two results of {analyte}, the last in 72 h',
        'keine zwei Ergebnisse ({analyte}), das letzte innerhalb von 72 h',
    ],
    ...results,
    ['transfusions are planned[?: {text}]', 'Transfusionen sind geplant[?: {text}]'],
    ['no transfusions are planned[?: {text}]', 'keine Transfusionen sind geplant[?: {text}]'],
    ['nobody ticked whether transfusions are planned', 'niemand hat abgehakt, ob Transfusionen geplant sind'],
    ['{analyte} not known for 48 h', '{analyte}: seit 48 h nicht bekannt'],
    ['no temperature in 48 h', 'keine Temperatur in 48 h'],
    [`{n} Cel${HOME} {span} ago, and 48 h have to pass`, `{n} Cel${ZU_HAUSE} vor {span}, und 48 h müssen vergehen`],
    ['no temperature of 38.0 or more in 48 h', 'keine Temperatur ab 38,0 in 48 h'],
    [
        '{n} [temperature|temperatures] in 24 h, the last {span} ago',
        '{n} [Temperatur|Temperaturen] in 24 h, die letzte vor {span}',
    ],
    ['{drug} {span} ago, and more than 12 h have to pass', '{drug} vor {span}, und mehr als 12 h müssen vergehen'],
    ['{drug} {span} ago', '{drug} vor {span}'],
    ['no antipyretic', 'kein Antipyretikum'],
    ['the last bolus for hypotension was given {span} ago', 'der letzte Bolus wegen Hypotonie war vor {span}'],
    ['no bolus for hypotension', 'kein Bolus wegen Hypotonie'],
    ['{agent} is running', '{agent} läuft'],
    ['the last record of a vasopressor is of {span} ago', 'der letzte Eintrag eines Vasopressors ist von vor {span}'],
    ['no vasopressor', 'kein Vasopressor'],
    [`SpO2 {n} %${HOME} {span} ago, under 92`, `SpO₂ {n} %${ZU_HAUSE} vor {span}, unter 92`],
    ['SpO2 with {devicecode}', 'SpO₂ mit {devicecode}'],
    ['{n2} of 3 readings of SpO2 in 48 h', '{n2} von 3 Messungen der SpO₂ in 48 h'],
    [
        'SpO2 92 % or more on the last 3 readings without more oxygen than at home',
        'SpO₂ 92 % oder mehr bei den letzten 3 Messungen, ohne mehr Sauerstoff als zu Hause',
    ],

    // Weniger Überwachung
    [
        'both grades known and 2 or less for 12 h, and lower than 12 h ago or 0',
        'beide Grade bekannt und seit 12 h höchstens 2, und niedriger als vor 12 h oder 0',
    ],
    [
        'a grade or a check is not known, or a grade was not within 12 h',
        'ein Grad oder eine Kontrolle ist nicht bekannt, oder ein Grad war es innerhalb von 12 h nicht',
    ],
];

export const CONTEXT = [
    ...RULES,
    ...READINESS,

    // Was fehlt
    ['{analyte}', '{analyte}'],
    ['ALT or AST', 'ALT oder AST'],
    ...lab(''),
    ...ofLab(' as a number', ' als Zahl'),
    ['referenceHigh of {analyte}', 'obere Referenzgrenze von {analyte}'],
    ['referenceLow of {analyte}', 'untere Referenzgrenze von {analyte}'],
    ['{analyte} with one before', '{analyte} mit einem Wert davor'],
    ['{analyte} of day {n}', '{analyte} von Tag {n}'],
    ['{analyte} of {n} days from day {n2} to {n3}', '{analyte} von {n} Tagen zwischen Tag {n2} und {n3}'],
    ['{analyte} as numbers', '{analyte} als Zahlen'],
    ['lymphocytes up to day {n}', 'Lymphozyten bis Tag {n}'],
    ['the neutrophils before the newest', 'Neutrophile vor dem neuesten Wert'],
    ['one blood draw', 'eine gemeinsame Blutentnahme'],
    ['temperature', 'Temperatur'],
    [
        '{analyte} in {unit} is left out: no score reads this unit',
        '{analyte} in {unit} ist ausgelassen: Kein Score liest diese Einheit',
    ],
    [
        'not known: {missing*}[?, in the week before lymphodepletion]',
        'nicht bekannt: {missing*}[?, in der Woche vor der Lymphodepletion]',
    ],
    ['not known: {sentence}', 'nicht bekannt: {sentence}'],

    // Blutbild
    ['no {analyte} since the infusion', 'kein Wert seit der Infusion: {analyte}'],
    ['no {analyte} since day {n}', 'kein Wert seit Tag {n}: {analyte}'],
    ['no {analyte}', 'kein Wert: {analyte}'],
    ['neutrophils never rose above 500 /uL', 'Neutrophile nie über 500 /uL gestiegen'],
    ['days without neutrophils are not counted', 'Tage ohne Neutrophile werden nicht gezählt'],
    ['days without platelets are not counted', 'Tage ohne Thrombozyten werden nicht gezählt'],
    ['day {n} of {n2}', 'Tag {n} von {n2}'],
    ['not recovered, day {n} of neutropenia', 'nicht erholt, Tag {n} der Neutropenie'],
    ['from day {n} on', 'ab Tag {n}'],
    ['single', 'ein einziger Wert'],
    ['platelets were transfused on day {days}', 'Thrombozyten wurden transfundiert an Tag {days}'],
    ['not made for this product', 'nicht für dieses Produkt entwickelt'],
    ['{band}, whatever the missing values are', '{band}, was auch immer die fehlenden Werte sind'],

    // EASIX und Verlauf der Werte
    ['no values within 6 h of each other', 'keine Werte innerhalb von 6 h voneinander'],
    [
        'platelets are 0 or below a bound: cannot divide by them',
        'Thrombozyten sind 0 oder unter einer Grenze: Teilen ist nicht möglich',
    ],
    ['platelets were transfused in the 24 h before', 'Thrombozyten wurden in den 24 h davor transfundiert'],
    [
        'values above and below the fraction are only bounds: no result',
        'Werte über und unter dem Bruchstrich sind nur Grenzen: kein Ergebnis',
    ],
    ['below {n}[?: a value is only a bound]', 'unter {n}[?: ein Wert ist nur eine Grenze]'],
    ['above {n}[?: a value is only a bound]', 'über {n}[?: ein Wert ist nur eine Grenze]'],
    ['one value only', 'nur ein Wert'],
    ['the last two values are not 6 to 72 h apart', 'die letzten zwei Werte liegen nicht 6 bis 72 h auseinander'],
    ['a value is only a bound', 'ein Wert ist nur eine Grenze'],
    ['the unit has changed', 'die Einheit hat sich geändert'],
    ['the values come from two laboratories', 'die Werte kommen aus zwei Laboren'],
    ['a value is 0', 'ein Wert ist 0'],
    [
        'CRP is suppressed: tocilizumab or siltuximab in the last 14 days',
        'CRP ist unterdrückt: Tocilizumab oder Siltuximab in den letzten 14 Tagen',
    ],

    // Fieber bei Neutropenie
    ['neutrophils not known for 48 h', 'Neutrophile seit 48 h nicht bekannt'],
    ['38.3 Cel, or 38.0 Cel twice within 4 h', '38,3 Cel, oder zweimal 38,0 Cel innerhalb von 4 h'],
    [
        'Neutropenic fever for a day or longer: sepsis looks the same',
        'Neutropenisches Fieber seit einem Tag oder länger: Eine Sepsis sieht genauso aus',
    ],
    ['Neutropenic fever: sepsis looks the same', 'Neutropenisches Fieber: Eine Sepsis sieht genauso aus'],
    ...sepsis,

    // HScore und IEC-HS
    ['the temperature was taken at home, not confirmed', 'die Temperatur wurde zu Hause gemessen, nicht bestätigt'],
    ['{n} points come from the therapy itself', '{n} Punkte kommen von der Therapie selbst'],
    ['up to {n}', 'bis {n}'],
    [
        'ferritin above twice its limit or the own baseline, or doubling',
        'Ferritin über dem Doppelten der Grenze oder des eigenen Ausgangswerts, oder verdoppelt',
    ],
    ['ALT or AST above 5 times its limit', 'ALT oder AST über dem 5-Fachen der Grenze'],
    ['fibrinogen under 150 mg/dL or its lower limit', 'Fibrinogen unter 150 mg/dL oder unter der unteren Grenze'],
    [
        'a count that has fallen, or filgrastim without effect',
        'ein gefallener Wert im Blutbild, oder Filgrastim ohne Wirkung',
    ],
    ['haemophagocytosis', 'Hämophagozytose'],
    ['splenomegaly', 'Splenomegalie'],
    [
        'CRS has eased, or ferritin doubled in spite of treatment',
        'CRS ist abgeklungen, oder Ferritin hat sich trotz Behandlung verdoppelt',
    ],
    ['Ferritin above twice its limit', 'Ferritin über dem Doppelten der Grenze'],
    ['Usual after CAR-T', 'Üblich nach CAR-T'],
    ['HLH-like features; CRS may explain them', 'HLH-artige Merkmale; CRS kann sie erklären'],
    [
        'HLH-like features while CRS has eased or in spite of treatment: your protocol asks about IEC-HS',
        'HLH-artige Merkmale, obwohl CRS abgeklungen ist oder trotz Behandlung: Ihr Protokoll fragt nach IEC-HS',
    ],
    ...ofLab(', limit 1.5 times the baseline', ', Grenze 1,5-Faches des Ausgangswerts'),
    ...ofLab(', limit its upper limit', ', Grenze: die obere Referenzgrenze'),
    ...ofLab(', limit {n9} {unit9}', ', Grenze {n9} {unit9}'),
    ['ICANS of 1 or more', 'ICANS ab Grad 1'],
    [`fever${HOME}`, `Fieber${ZU_HAUSE}`],
    ['pattern since {when}, day {n}', 'Muster seit {when}, Tag {n}'],
    ['death of IEC-HS', 'Tod an IEC-HS'],
    ['ventilator, CPAP or BiPAP for hypoxia', 'Beatmungsgerät, CPAP oder BiPAP wegen Hypoxie'],
    ['two vasopressors', 'zwei Vasopressoren'],
    ['transfusion for bleeding', 'Transfusion wegen Blutung'],
    ['creatinine of 1.5 times the baseline, new', 'Kreatinin vom 1,5-Fachen des Ausgangswerts, neu'],
    ['hypotension that began after it', 'Hypotonie, die danach begann'],
    ['oxygen for hypoxia that began after it', 'Sauerstoff wegen Hypoxie, der danach begann'],
    ['a drug for IEC-HS', 'ein Medikament gegen IEC-HS'],
    ['cryoprecipitate or fibrinogen for a count', 'Kryopräzipitat oder Fibrinogen wegen niedriger Werte'],

    // Späte neurologische Zeichen
    ['watched from day {n} to day {n2}', 'beobachtet von Tag {n} bis Tag {n2}'],
    ['handwriting sample: every week', 'Schriftprobe: jede Woche'],
    ['handwriting sample: every month', 'Schriftprobe: jeden Monat'],
    [
        'questions at every visit: slower? smaller handwriting? walking changed? shaking at rest? face changed? ' +
            'double vision? a numb or weak limb? less interest?',
        'Fragen bei jedem Termin: langsamer? kleinere Schrift? Gang verändert? Zittern in Ruhe? Gesicht verändert? ' +
            'Doppelbilder? ein taubes oder schwaches Glied? weniger Interesse?',
    ],
    [
        'also ask for diarrhoea (4 stools a day more than usual) and weigh the patient',
        'auch nach Durchfall fragen (4 Stühle am Tag mehr als sonst) und wiegen',
    ],
    ['{n} kg, before {n2} kg; limit 5 % less', '{n} kg, vorher {n2} kg; Grenze 5 % weniger'],
    ['{early} first seen on day {n}', '{early} zuerst gesehen an Tag {n}'],
    ['CRS of 2 or more since the infusion', 'CRS ab Grad 2 seit der Infusion'],
    ['ICANS since the infusion, over now', 'ICANS seit der Infusion, jetzt vorbei'],
    ['lymphocytes above 3.0 10*9/L by day {n}', 'Lymphozyten über 3,0 10*9/L bis Tag {n}'],

    // Meilensteine
    ['Wallet card always', 'Notfallkarte immer dabei'],
    ...milestones,
    ['Day {n}', 'Tag {n}'],
    [
        'Next trial or registry day {n} on {day}[?, from {day2} to {day3}]',
        'Nächster Studien- oder Registertag {n} am {day}[?, vom {day2} bis {day3}]',
    ],
    ['until {n} [day|days] after ICANS has ended', 'bis {n} [Tag|Tage] nach dem Ende von ICANS'],
    ['ICANS ended on {day}', 'ICANS endete am {day}'],
    ['steroids on {when}', 'Steroide am {when}'],
    ['{assessed} is present', '{assessed} ist vorhanden'],
];
