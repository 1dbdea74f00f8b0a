// The facts of a journey that people keep up to date, in groups. A field is its path in the facts, its label, its kind,
// what more its kind needs, and who alone may change it.

const OUTCOMES = ['released', 'out-of-specification', 'failed', 'terminated'];
const PARAMETERS = ['viability', 'dose', 'other'];
const DECISIONS = ['use-under-expanded-access', 'remanufacture', 'cancel'];
const CONTROL = ['stable', 'progressing'];
const ACCESS_REACTIONS = ['citrate', 'access', 'none'];

/** `reasoned`: a change may need a reason. `physician`: only a physician may change it. */
export const GROUPS = [
    {
        title: 'Apheresis',
        fields: [
            ['apheresis.plannedAt', 'Planned for', 'time'],
            ['apheresis.startedAt', 'Started at', 'time'],
            ['apheresis.endedAt', 'Ended at', 'time'],
            ['apheresis.access', 'Vascular access', 'text'],
            ['apheresis.volumeProcessed', 'Volume processed, mL', 'number'],
            ['apheresis.cd3Total', 'CD3 total, 10⁹', 'number'],
            ['apheresis.wbc', 'WBC, 10⁹/L', 'number'],
            ['apheresis.adverse', 'Adverse event', 'words', ACCESS_REACTIONS],
            ['apheresis.washoutChecked', 'Washout of steroids and other drugs checked', 'claim'],
            ['apheresis.viralMarkersOn', 'Viral markers on', 'day'],
        ],
    },
    {
        title: 'Manufacturing',
        reasoned: true,
        fields: [
            ['manufacturing.startedAt', 'Started at', 'time'],
            ['manufacturing.expectedReleaseAt', 'Release expected for', 'time'],
            ['manufacturing.releaseAt', 'Released at', 'time'],
            ['manufacturing.outcome', 'Outcome', 'word', OUTCOMES],
            ['manufacturing.remanufactureOf', 'Made again for (COI)', 'text'],
        ],
    },
    {
        title: 'Product and label',
        reasoned: true,
        fields: [
            ['identity.coiId', 'Chain of identity (COI)', 'text'],
            ['identity.productLot', 'Lot', 'text'],
            ['identity.bagIds', 'Bags, with commas', 'list'],
            ['identity.expiresAt', 'Lot expires at', 'time'],
            ['identity.patientIdOnLabel', 'Hospital id on the label', 'text'],
            ['identity.nameOnLabel', 'Name on the label', 'text'],
            ['identity.dateOfBirthOnLabel', 'Date of birth on the label', 'day'],
            ['identity.din', 'Donation ids (DIN), with commas', 'list'],
            ['identity.sec', 'Single European Code (SEC)', 'text'],
            ['identity.apheresisIds', 'Apheresis ids, with commas', 'list'],
            ['identity.productIds', 'Product ids, with commas', 'list'],
        ],
    },
    {
        title: 'Out of specification',
        fields: [
            ['outOfSpecification.parameter', 'Parameter', 'word', PARAMETERS],
            ['outOfSpecification.value', 'Value', 'number'],
            ['outOfSpecification.limit', 'Limit', 'number'],
            ['outOfSpecification.decision', 'Decision', 'word', DECISIONS, 'physician'],
            ['outOfSpecification.physician', 'Physician who decided', 'text', undefined, 'physician'],
            ['outOfSpecification.reference', 'Reference of the authority', 'text'],
            ['outOfSpecification.patientConsentAt', 'Consent of the patient at', 'time'],
        ],
    },
    {
        title: 'Bridging',
        fields: [
            ['bridging.none', 'No bridging therapy', 'claim'],
            ['bridging.regimen', 'Regimen', 'text'],
            ['bridging.from', 'From', 'time'],
            ['bridging.to', 'To', 'time'],
            ['bridging.lastDoseAt', 'Last dose at', 'time'],
            ['bridging.steroidUntil', 'Steroid until', 'time'],
            ['bridging.response', 'Response', 'text'],
        ],
    },
    {
        title: 'Waiting',
        fields: [
            ['waiting.diseaseControl', 'Disease control', 'word', CONTROL],
            ['waiting.ecog', 'ECOG', 'number', { max: 5, step: 1 }],
            ['waiting.restagingDates', 'Restaging on (2026-02-03), with commas', 'list'],
            ['waiting.windowClosesAt', 'Window closes at', 'time'],
            ['waiting.windowClosesBecause', 'Window closes because', 'text'],
        ],
    },
    {
        title: 'Lymphodepletion',
        fields: [
            ['lymphodepletion.from', 'From', 'time'],
            ['lymphodepletion.to', 'To', 'time'],
            ['lymphodepletion.regimen', 'Regimen', 'text'],
            ['lymphodepletion.fludarabine.dose', 'Fludarabine, mg/m² a day', 'number'],
            ['lymphodepletion.fludarabine.days', 'Fludarabine, days', 'number', { min: 1, max: 30, step: 1 }],
            ['lymphodepletion.cyclophosphamide.dose', 'Cyclophosphamide, mg/m² a day', 'number'],
            ['lymphodepletion.cyclophosphamide.days', 'Cyclophosphamide, days', 'number', { min: 1, max: 30, step: 1 }],
            ['lymphodepletion.renalAdjustment', 'Renal adjustment', 'text'],
            ['lymphodepletion.deviations', 'Deviations', 'text'],
        ],
    },
    {
        title: 'Patient and plan',
        reasoned: true,
        fields: [
            ['infusionPlannedAt', 'Infusion planned for', 'time'],
            ['coordinator', 'Coordinator', 'text'],
            ['caregiver', 'Caregiver', 'claim'],
            ['consentAt', 'Consent at', 'time'],
            ['name', 'Name', 'text'],
            ['birthDate', 'Date of birth', 'text'],
            ['sex', 'Sex', 'text'],
            ['product', 'Product', 'text'],
            ['indication', 'Indication', 'text'],
            ['trial', 'Trial', 'text'],
            ['referringHospital', 'Referring hospital', 'text'],
            ['ward', 'Ward where the infusion is planned', 'text'],
        ],
    },
    {
        title: 'Closing',
        fields: [
            ['closing.day100', 'Answer on day 100', 'text'],
            ['closing.registryIds', 'Ids in registries, with commas', 'list'],
        ],
    },
];
