// Die Begründungen der Grade, und was sie ändern würde.

const AGENTS = 5;

const HOME = [' (home, not confirmed)', ' (zu Hause, nicht bestätigt)'];

/** Was mehrere Teile hat, in jeder Zusammenstellung. */
const combined = (...parts) =>
    parts.reduce(
        (before, part) => before.flatMap(([text, target]) => part.map(([one, other]) => [text + one, target + other])),
        [['', '']],
    );

const oxygen = combined(
    [
        ['another device ({text})', 'anderes Gerät ({text})'],
        ['{device}', '{device}'],
    ],
    [
        [' at {n} {unit} > {n2} {unit2}', ' mit {n} {unit} > {n2} {unit2}'],
        [' at {n} {unit} <= {n2} {unit2}', ' mit {n} {unit} <= {n2} {unit2}'],
        [' at an unknown flow', ' mit unbekanntem Fluss'],
        ['', ''],
    ],
    [
        [' for {why}', ', Grund: {why}'],
        [' without a charted reason, taken as for hypoxia', ' ohne dokumentierten Grund, gewertet wie bei Hypoxie'],
    ],
    [
        [', not for hypoxia', ', nicht wegen Hypoxie'],
        [', no more than the {n3} L/min at home', ', nicht mehr als die {n3} L/min zu Hause'],
        [', graded as a mask', ', wie eine Maske gewertet'],
        ['', ''],
    ],
);

const MEANINGS = [
    ['multiple vasopressors, vasopressin not counted', 'mehrere Vasopressoren, Vasopressin nicht gezählt'],
    ['multiple only after {span} together', 'als mehrere erst nach {span} gleichzeitig gewertet'],
    [
        'not multiple: vasopressin, terlipressin and agents outside the list do not count towards it',
        'nicht mehrere: Vasopressin, Terlipressin und Substanzen außerhalb der Liste zählen dafür nicht',
    ],
    ['{agent9} as the only vasopressor', '{agent9} als einziger Vasopressor'],
    ['one vasopressor', 'ein Vasopressor'],
];

const running = number => [
    `{agent${number}} running since {at${number}}[? (started more often than stopped: does it still run?)]`,
    `{agent${number}} läuft seit {at${number}}[? (öfter begonnen als beendet: Läuft es noch?)]`,
];

/** "a", "a und b", "a, b und c". */
function vasopressors(count) {
    const agents = Array.from({ length: count }, (_, index) => running(index + 1));
    const joined = (which, and) =>
        agents
            .map(each => each[which])
            .reduce((before, each, index) => `${before}${index === count - 1 ? and : ', '}${each}`);
    return combined([[joined(0, ' and '), joined(1, ' und ')]], [[': ', ': ']], MEANINGS);
}

export const GRADES = [
    // Zeichen des CRS
    ['{sign} {n} {unit}[? (home, not confirmed)]', '{sign} {n} {unit}[? (zu Hause, nicht bestätigt)]'],
    ['{sign} {n} {unit} >= {n2}', '{sign} {n} {unit} >= {n2}'],
    ['{sign} {n} {unit} < {n2}', '{sign} {n} {unit} < {n2}'],
    ['{sign} {n} {unit} < {n2} whatever the baseline', '{sign} {n} {unit} < {n2}, unabhängig vom Ausgangswert'],
    [
        '{sign} {n} {unit} >= {n2} % of the baseline {n3}: not hypotension for this patient',
        '{sign} {n} {unit} >= {n2} % des Ausgangswerts {n3}: für diese Person keine Hypotonie',
    ],
    [
        '{sign} {n} {unit} < {n2} % of the baseline {n3} and < {n4}',
        '{sign} {n} {unit} < {n2} % des Ausgangswerts {n3} und < {n4}',
    ],
    ...['<', '>='].map(mark => [
        `{sign} {n2} {unit} ${mark} {n3} (limit at {n} [year|years][?, estimated: only the year or month ` +
            `of birth is known])`,
        `{sign} {n2} {unit} ${mark} {n3} (Grenze mit {n} [Jahr|Jahren][?, geschätzt: nur Jahr oder Monat ` +
            `der Geburt bekannt])`,
    ]),
    [
        'fluid bolus of {n} {unit} for hypotension in the last {span}',
        'Volumenbolus von {n} {unit} wegen Hypotonie in den letzten {span}',
    ],
    ...oxygen,
    ['{sign} {n} {unit} < {n2} {unit2} {beside}', '{sign} {n} {unit} < {n2} {unit2} {beside}'],
    ['{sign} {n} {unit} >= {n2} {unit2} {beside}', '{sign} {n} {unit} >= {n2} {unit2} {beside}'],
    ...Array.from({ length: AGENTS }, (_, index) => vasopressors(index + 1)).flat(),

    // Zeichen des ICANS
    [
        'ICE {n} of 10[?, items left out counted in full][?, at the baseline of {n2}]',
        'ICE {n} von 10[?, ausgelassene Teile voll gezählt][?, am Ausgangswert von {n2}]',
    ],
    ...['<', '>='].map(mark => [
        `CAPD {n} ${mark} {n2}[?, not above the baseline of {n3}]`,
        `CAPD {n} ${mark} {n2}[?, nicht über dem Ausgangswert von {n3}]`,
    ]),
    ['awake', 'wach'],
    ['drowsy, wakes by itself', 'schläfrig, wacht von selbst auf'],
    ['wakes to voice', 'erwacht auf Ansprache'],
    ['wakes only to touch', 'erwacht nur auf Berührung'],
    ['wakes only to vigorous or repeated touch', 'erwacht nur auf starke oder wiederholte Berührung'],
    ['unarousable', 'nicht erweckbar'],
    ...[
        ['{n} {unit}', '{n} {unit}'],
        ['unknown length', 'unbekannter Dauer'],
    ].map(([length, dauer]) => [
        `{seizure} seizure of ${length}, {ended}[?, no return to baseline][?: repetitive][?: longer than 5 min]`,
        `{seizure} von ${dauer}, {ended}[?, Ausgangszustand nicht wieder erreicht][?: wiederholt][?: länger als 5 min]`,
    ]),
    ['{finding} present', '{finding} vorhanden'],
    ['{finding} never sets a grade', '{finding}: ergibt nie einen Grad'],

    // Was nicht gewertet wird
    ['death with {syndrome} as its principal cause', 'Tod mit {syndrome} als Hauptursache'],
    [
        '{sentence}; not counted: no fever of an open course, and no treatment since its onset',
        '{sentence}; nicht gezählt: kein Fieber eines offenen Verlaufs und keine Behandlung seit dem Beginn',
    ],
    [`{sign} {n} {unit} is attributed to: {text}[?${HOME[0]}]`, `{sign} {n} {unit}, zugeordnet: {text}[?${HOME[1]}]`],
    [
        '{sign} {n} {unit} (home, not confirmed): a home reading never lowers a grade',
        '{sign} {n} {unit} (zu Hause, nicht bestätigt): ein Wert von zu Hause senkt nie einen Grad',
    ],
    [`{sentence}${HOME[0]}`, `{sentence}${HOME[1]}`],
    [
        '{component} is attributed to: {text}, from {at}, without an end',
        '{component}, zugeordnet: {text}, ab {at}, ohne Ende',
    ],
    [
        '{component} is attributed to: {text}, from {at} until {at2}',
        '{component}, zugeordnet: {text}, von {at} bis {at2}',
    ],
    ['{sign} {n} {unit} is older than {span}', '{sign} {n} {unit} ist älter als {span}'],
    ['{tool} {n} is older than {span}', '{tool} {n} ist älter als {span}'],
    ['level of consciousness ({level}) is older than {span}', 'Bewusstsein ({level}) ist älter als {span}'],
    [
        `{sign} {n} {unit}[?${HOME[0]}] is outside {n2}-{n3} {unit2}, which is what Vigil can judge: ` +
            'repeat it, look at the patient',
        `{sign} {n} {unit}[?${HOME[1]}] liegt nicht im Bereich {n2}-{n3} {unit2}, den Vigil beurteilen kann: ` +
            'nachmessen, nach der Person sehen',
    ],
    [
        '{tool} was not testable; an older score does not stand in for it',
        '{tool} war nicht prüfbar; ein älterer Wert ersetzt ihn nicht',
    ],

    // Warum ein Grad nicht bekannt ist
    ['before the infusion', 'vor der Infusion'],
    [
        'treated hypotension or hypoxia without fever: a physician has to say whether this is CRS',
        'behandelte Hypotonie oder Hypoxie ohne Fieber: Ob das CRS ist, muss ärztlich entschieden werden',
    ],
    ['no usable temperature in the last {span}', 'keine verwertbare Temperatur in den letzten {span}'],
    ['no {tool} in the last {span}', 'kein {tool} in den letzten {span}'],
    ['{tool} was not testable[?: {text}]', '{tool} war nicht prüfbar[?: {text}]'],
    ['the patient died of another cause than {syndrome}', 'verstorben an einer anderen Ursache als {syndrome}'],

    // Was den Grad ändern würde
    [
        'Without another fever, the fever component ends after {at}',
        'Ohne weiteres Fieber endet die Komponente Fieber nach {at}',
    ],
    [
        'Without a new reading, {component} stops counting after {at}',
        'Ohne neuen Wert zählt {component} nach {at} nicht mehr',
    ],
    ['The waiver of fever by {drug} ends after {at}', 'Dass wegen {drug} kein Fieber nötig ist, endet nach {at}'],
    [
        'Without another fever, the course of CRS ends after {at}',
        'Ohne weiteres Fieber endet der CRS-Verlauf nach {at}',
    ],
    [
        'Hypotension becomes grade 4 at {at} if both vasopressors still run',
        'Die Hypotonie wird Grad 4 ab {at}, wenn dann beide Vasopressoren noch laufen',
    ],
    ['A temperature of {n} Cel or more begins CRS grade 1', 'Mit einer Temperatur ab {n} Cel beginnt CRS-Grad 1'],
    [
        'A physician answers by opening the course of CRS, or by attributing to another cause',
        'Die ärztliche Antwort: den CRS-Verlauf eröffnen oder einer anderen Ursache zuordnen',
    ],
    [
        'Fever, treatment of an active CRS, or a physician who opens the course would let hypotension ' +
            'and hypoxia count',
        'Hypotonie und Hypoxie würden zählen mit Fieber, mit der Behandlung eines aktiven CRS ' +
            'oder wenn der Verlauf ärztlich eröffnet wird',
    ],
    [
        'A low blood pressure, a bolus for it, a low SpO2 or low-flow oxygen for hypoxia would make it grade 2; ' +
            'a vasopressor, a mask or a flow above 6 L/min grade 3',
        'Grad 2 würde es mit niedrigem Blutdruck, einem Bolus dagegen, niedriger SpO₂ oder Sauerstoff mit ' +
            'niedrigem Fluss wegen Hypoxie; Grad 3 mit Vasopressor, Maske oder einem Fluss über 6 L/min',
    ],
    [
        'A vasopressor, a mask or a flow above 6 L/min for hypoxia would make it grade 3',
        'Grad 3 würde es mit einem Vasopressor, oder mit Maske oder einem Fluss über 6 L/min wegen Hypoxie',
    ],
    [
        'A second vasopressor other than vasopressin, or CPAP, BiPAP or a ventilator for hypoxia, would ' +
            'make it grade 4',
        'Grad 4 würde es mit einem zweiten Vasopressor außer Vasopressin, ' +
            'oder mit CPAP, BiPAP oder Beatmungsgerät wegen Hypoxie',
    ],
    ['The {tool} counts until {at}; a new one replaces it', 'Der {tool} zählt bis {at}; ein neuer ersetzt ihn'],
    ['A scored {tool} would make the grade known', 'Mit einem erhobenen {tool} wäre der Grad bekannt'],
    [
        'The seizure counts until one is recorded as resolved',
        'Der Krampfanfall zählt, bis einer als beendet dokumentiert ist',
    ],
    ['The seizure counts until {at}', 'Der Krampfanfall zählt bis {at}'],
    [
        '{finding} counts until it is recorded as absent',
        '{finding} zählt, bis der Befund als nicht mehr vorhanden dokumentiert ist',
    ],

    // Die Regeln und ihre Quellen
    ['CRS-1 fever of the course', 'CRS-1 Fieber des Verlaufs'],
    ['CRS-2 fever with another cause', 'CRS-2 Fieber anderer Ursache'],
    ['CRS-3 vasopressors', 'CRS-3 Vasopressoren'],
    ['CRS-4 systolic pressure under the limit for the age', 'CRS-4 systolischer Druck unter der Grenze für das Alter'],
    ['CRS-5 mean pressure of an adult', 'CRS-5 mittlerer Druck bei Erwachsenen'],
    [
        'CRS-6 systolic pressure far under the own baseline',
        'CRS-6 systolischer Druck weit unter dem eigenen Ausgangswert',
    ],
    ['CRS-7 systolic pressure at the own baseline', 'CRS-7 systolischer Druck am eigenen Ausgangswert'],
    ['CRS-8 fluid bolus for hypotension', 'CRS-8 Volumenbolus wegen Hypotonie'],
    ['CRS-9 oxygen for hypoxia', 'CRS-9 Sauerstoff wegen Hypoxie'],
    ['CRS-10 oxygen for another reason', 'CRS-10 Sauerstoff aus anderem Grund'],
    ['CRS-11 oxygen as at home', 'CRS-11 Sauerstoff wie zu Hause'],
    ['CRS-12 low SpO2', 'CRS-12 niedrige SpO₂'],
    ['CRS-13 fever, or treatment since onset', 'CRS-13 Fieber oder Behandlung seit dem Beginn'],
    ['CRS-14 a usable temperature', 'CRS-14 eine verwertbare Temperatur'],
    ['CRS-15 death', 'CRS-15 Tod'],
    ['CRS-16 course and its resolution', 'CRS-16 Verlauf und sein Ende'],
    ['CRS-17 pressure under an absolute limit', 'CRS-17 Druck unter einer absoluten Grenze'],
    ['ICANS-1 ICE score', 'ICANS-1 ICE-Score'],
    ['ICANS-2 CAPD score', 'ICANS-2 CAPD-Score'],
    ['ICANS-3 level of consciousness', 'ICANS-3 Bewusstsein'],
    ['ICANS-4 seizure', 'ICANS-4 Krampfanfall'],
    ['ICANS-5 motor finding or raised pressure', 'ICANS-5 motorischer Befund oder Hirndruck'],
    ['ICANS-6 signs that never set a grade', 'ICANS-6 Zeichen, die nie einen Grad ergeben'],
    ['ICANS-7 a known score', 'ICANS-7 ein bekannter Score'],
    ['ICANS-8 death', 'ICANS-8 Tod'],
    ['GEN-1 attribution to another cause', 'GEN-1 Zuordnung zu einer anderen Ursache'],
    ['GEN-2 value that cannot be true', 'GEN-2 Wert, der nicht stimmen kann'],
    ['GEN-3 reading that is too old', 'GEN-3 zu alter Messwert'],
    ['GEN-4 reading taken at home', 'GEN-4 zu Hause gemessener Wert'],
    ['local policy', 'Regel des Hauses'],
    ['Lee 2019, table of CRS', 'Lee 2019, CRS-Tabelle'],
    ['Lee 2019, table of CRS, note on fever', 'Lee 2019, CRS-Tabelle, Anmerkung zum Fieber'],
    ['Lee 2019, text on hypotension', 'Lee 2019, Text zur Hypotonie'],
    ['Lee 2019, text on hypoxia', 'Lee 2019, Text zur Hypoxie'],
    ['Lee 2019, text on grade 5', 'Lee 2019, Text zu Grad 5'],
    ['Lee 2019, table of ICANS for adults', 'Lee 2019, ICANS-Tabelle für Erwachsene'],
    ['Lee 2019, table of ICANS for children', 'Lee 2019, ICANS-Tabelle für Kinder'],
    ['Lee 2019, tables of ICANS', 'Lee 2019, ICANS-Tabellen'],
    ['Lee 2019, notes on the table of ICANS', 'Lee 2019, Anmerkungen zur ICANS-Tabelle'],
    ['Lee 2019, notes on the tables of CRS and ICANS', 'Lee 2019, Anmerkungen zu den CRS- und ICANS-Tabellen'],
    ['Mahadeo 2019; Lee 2019, table of CRS', 'Mahadeo 2019; Lee 2019, CRS-Tabelle'],
    ['Mahadeo 2019; local policy', 'Mahadeo 2019; Regel des Hauses'],
    ['Brudno and Kochenderfer 2016', 'Brudno und Kochenderfer 2016'],
];
