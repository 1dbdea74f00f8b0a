// Wann eine Zeile des hauseigenen Protokolls zutrifft. Der Text der Zeile ist vom Haus und wird nicht übersetzt.

const RANGES = above => [
    ['up to {n}', 'bis {n}'],
    ['{n} to {n2}', '{n} bis {n2}'],
    [`{n} or ${above}`, `{n} oder ${{ higher: 'höher', more: 'mehr', later: 'später' }[above]}`],
    ['{n}', '{n}'],
    ['any', 'beliebig'],
];

const ranged = (above, text, target) => RANGES(above).map(([one, other]) => [text + one, target + other]);

const SINCE = [
    [' since the infusion', ' seit der Infusion'],
    [' since the onset of the course of CRS that is open', ' seit Beginn des offenen CRS-Verlaufs'],
];
const NUMBERS = [
    ['no dose of ', 'keine Dosis '],
    ['1 dose of ', '1 Dosis '],
    ...RANGES('more').map(([one, other]) => [`${one} doses of `, `${other} Dosen `]),
];

const doses = NUMBERS.flatMap(([number, zahl]) =>
    SINCE.map(([since, seit]) => [
        `${number}{given}[? in the last {span}]${since}`,
        `${zahl}{given}[? in den letzten {span}]${seit}`,
    ]),
);

/** "not: a or b", the parts of which are in the book. */
const ITEMS = {
    'IEC-HS': 'IEC-HS',
    'early ICAHT (neutropenia)': 'frühe ICAHT (Neutropenie)',
    'late ICAHT (neutropenia)': 'späte ICAHT (Neutropenie)',
    'early ICAHT (platelets)': 'frühe ICAHT (Thrombozyten)',
    'late ICAHT (platelets)': 'späte ICAHT (Thrombozyten)',
    'CAR-HEMATOTOX': 'CAR-HEMATOTOX',
    HScore: 'HScore',
    'CTCAE neutrophils': 'CTCAE Neutrophile',
    'CTCAE platelets': 'CTCAE Thrombozyten',
    'CTCAE WBC': 'CTCAE Leukozyten',
    'CTCAE lymphocytes': 'CTCAE Lymphozyten',
    'CTCAE haemoglobin': 'CTCAE Hämoglobin',
    'CTCAE ALT': 'CTCAE ALT',
    'CTCAE AST': 'CTCAE AST',
    'CTCAE bilirubin': 'CTCAE Bilirubin',
    'CTCAE creatinine': 'CTCAE Kreatinin',
    'CTCAE fibrinogen': 'CTCAE Fibrinogen',
    'fever with neutropenia': 'Fieber bei Neutropenie',
    'late neurological signs': 'späte neurologische Zeichen',
};

const signs = Object.entries(ITEMS).flatMap(([item, name]) => [
    [`${item} holds`, `${name} trifft zu`],
    [`${item} grade {n} or higher`, `${name}, Grad {n} oder höher`],
    [`${item} in the band "{band}"`, `${name}, Stufe „{band}“`],
]);

export const PROTOCOL = [
    [
        'Your protocol says ({text}, owner {text2}, reviewed {day}):',
        'Ihr Protokoll sagt ({text}, verantwortlich {text2}, geprüft {day}):',
    ],
    ['Always: the row has no condition', 'Immer: Die Zeile hat keine Bedingung'],
    ...ranged('higher', '{syndrome} grade ', '{syndrome}-Grad '),
    ['{syndrome*} grade not known', '{syndrome*}: Grad nicht bekannt'],
    ['flag: {flag*}', 'Hinweis: {flag*}'],
    ['no flag: {flag*}', 'kein Hinweis: {flag*}'],
    ['component that counts: {component*}', 'Komponente, die zählt: {component*}'],
    ['no component that counts: {component*}', 'keine Komponente, die zählt: {component*}'],
    ['finding: {finding*}', 'Befund: {finding*}'],
    ['no finding: {finding*}', 'kein Befund: {finding*}'],
    ['product {product*}', 'Produkt: {product*}'],
    ...ranged('more', 'age at the infusion in years: ', 'Alter bei der Infusion in Jahren: '),
    ...ranged('more', 'newest weight in kg: ', 'letztes Gewicht in kg: '),
    ...ranged('later', 'day after the infusion: ', 'Tag nach der Infusion: '),
    ['{syndrome} grade {grade} for at least {span}', '{syndrome}-Grad {grade} seit mindestens {span}'],
    ['{syndrome} grade not known for at least {span}', '{syndrome}-Grad nicht bekannt seit mindestens {span}'],
    ['fever for at least {span}', 'Fieber seit mindestens {span}'],
    ...doses,
    ['{item}: {sentence}', '{item}: {sentence}'],
    ['product', 'Produkt'],
    ['weight', 'Gewicht'],
    ['not: {sentence}', 'nicht: {sentence}'],
    ...signs,
    [
        'The hospital has no protocol here: name the file with its rows in vigil.protocol.file',
        'Das Haus hat hier kein Protokoll: Nennen Sie die Datei mit den Zeilen in vigil.protocol.file',
    ],
    ["The hospital's file has no rows", 'Die Datei des Hauses hat keine Zeilen'],
];
