// The facts of a journey that people keep up to date, in groups. A field is its path in the facts, its kind, what more
// its kind needs, and who alone may change it.

const OUTCOMES = ['released', 'out-of-specification', 'failed', 'terminated'];
const PARAMETERS = ['viability', 'dose', 'other'];
const DECISIONS = ['use-under-expanded-access', 'remanufacture', 'cancel'];
const CONTROL = ['stable', 'progressing'];
const ACCESS_REACTIONS = ['citrate', 'access', 'none'];

/** `reasoned`: a change may need a reason. `physician`: only a physician may change it. */
export const GROUPS = [
    {
        group: 'apheresis',
        fields: [
            ['apheresis.plannedAt', 'time'],
            ['apheresis.startedAt', 'time'],
            ['apheresis.endedAt', 'time'],
            ['apheresis.access', 'text'],
            ['apheresis.volumeProcessed', 'number'],
            ['apheresis.cd3Total', 'number'],
            ['apheresis.wbc', 'number'],
            ['apheresis.adverse', 'words', ACCESS_REACTIONS],
            ['apheresis.washoutChecked', 'claim'],
            ['apheresis.viralMarkersOn', 'day'],
        ],
    },
    {
        group: 'manufacturing',
        reasoned: true,
        fields: [
            ['manufacturing.startedAt', 'time'],
            ['manufacturing.expectedReleaseAt', 'time'],
            ['manufacturing.releaseAt', 'time'],
            ['manufacturing.outcome', 'word', OUTCOMES],
            ['manufacturing.remanufactureOf', 'text'],
        ],
    },
    {
        group: 'identity',
        reasoned: true,
        fields: [
            ['identity.coiId', 'text'],
            ['identity.productLot', 'text'],
            ['identity.bagIds', 'list'],
            ['identity.expiresAt', 'time'],
            ['identity.patientIdOnLabel', 'text'],
            ['identity.nameOnLabel', 'text'],
            ['identity.dateOfBirthOnLabel', 'day'],
            ['identity.din', 'list'],
            ['identity.sec', 'text'],
            ['identity.apheresisIds', 'list'],
            ['identity.productIds', 'list'],
        ],
    },
    {
        group: 'outOfSpecification',
        fields: [
            ['outOfSpecification.parameter', 'word', PARAMETERS],
            ['outOfSpecification.value', 'number'],
            ['outOfSpecification.limit', 'number'],
            ['outOfSpecification.decision', 'word', DECISIONS, 'physician'],
            ['outOfSpecification.physician', 'text', undefined, 'physician'],
            ['outOfSpecification.reference', 'text'],
            ['outOfSpecification.patientConsentAt', 'time'],
        ],
    },
    {
        group: 'bridging',
        fields: [
            ['bridging.none', 'claim'],
            ['bridging.regimen', 'text'],
            ['bridging.from', 'time'],
            ['bridging.to', 'time'],
            ['bridging.lastDoseAt', 'time'],
            ['bridging.steroidUntil', 'time'],
            ['bridging.response', 'text'],
        ],
    },
    {
        group: 'waiting',
        fields: [
            ['waiting.diseaseControl', 'word', CONTROL],
            ['waiting.ecog', 'number', { max: 5, step: 1 }],
            ['waiting.restagingDates', 'list'],
            ['waiting.windowClosesAt', 'time'],
            ['waiting.windowClosesBecause', 'text'],
        ],
    },
    {
        group: 'lymphodepletion',
        fields: [
            ['lymphodepletion.from', 'time'],
            ['lymphodepletion.to', 'time'],
            ['lymphodepletion.regimen', 'text'],
            ['lymphodepletion.fludarabine.dose', 'number'],
            ['lymphodepletion.fludarabine.days', 'number', { min: 1, max: 30, step: 1 }],
            ['lymphodepletion.cyclophosphamide.dose', 'number'],
            ['lymphodepletion.cyclophosphamide.days', 'number', { min: 1, max: 30, step: 1 }],
            ['lymphodepletion.renalAdjustment', 'text'],
            ['lymphodepletion.deviations', 'text'],
        ],
    },
    {
        group: 'plan',
        reasoned: true,
        fields: [
            ['infusionPlannedAt', 'time'],
            ['coordinator', 'text'],
            ['caregiver', 'claim'],
            ['consentAt', 'time'],
            ['name', 'text'],
            ['birthDate', 'text'],
            ['sex', 'text'],
            ['product', 'text'],
            ['indication', 'text'],
            ['trial', 'text'],
            ['referringHospital', 'text'],
            ['ward', 'text'],
        ],
    },
    {
        group: 'closing',
        fields: [
            ['closing.day100', 'text'],
            ['closing.registryIds', 'list'],
        ],
    },
];
