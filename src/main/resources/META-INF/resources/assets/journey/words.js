// The words of journeys as they are shown.

import { dateAndClock } from '../time.js';
import { spoken } from '../words.js';

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g;

/** Names and words of the API that a sentence of the service can contain. */
const NAMES = {
    coiId: 'chain of identity (COI)',
    patientId: 'hospital id',
    birthDate: 'date of birth',
    expiresAt: 'expiry of the lot',
    bagIds: 'bags',
    productLot: 'lot',
    reviewAt: 'the date of review',
    patientConsentAt: 'consent of the patient',
    patientIdOnLabel: 'hospital id on the label',
    dateOfBirthOnLabel: 'date of birth on the label',
    nameOnLabel: 'name on the label',
    'apheresis.plannedAt': 'the planned date of the apheresis',
    'released-to-courier': 'released to courier',
    'received-by-manufacturer': 'received by manufacturer',
    'received-by-hospital': 'received by hospital',
    'collection-planned': 'collection planned',
    'in-manufacture': 'in manufacture',
    'out-of-specification': 'out of specification',
    'on-hold': 'on hold',
};
const NAMED = new RegExp(`(?<![\\w.-])(${Object.keys(NAMES).join('|').replaceAll('.', '\\.')})(?![\\w-])`, 'g');

/** The states of a journey in their order. */
export const LINE = [
    'referred',
    'accepted',
    'collection-planned',
    'collected',
    'in-manufacture',
    'out-of-specification',
    'failed',
    'released',
    'delivered',
    'lymphodepletion',
    'ready',
    'infused',
    'monitored',
    'closed',
];

/** A sentence of the service, with its times on the wall clock and its fields as the forms name them. */
export const told = sentence => sentence.replace(INSTANT, at => dateAndClock(at)).replace(NAMED, name => NAMES[name]);

/** The same as the beginning of a line. */
export function begun(sentence) {
    const text = told(sentence);
    return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A word of the API within a sentence. */
export const within = word => word.replaceAll('-', ' ');

export const days = number => `${Number(number).toFixed(1)} d`;

/** The regimen as it was entered, or "none". */
export const bridgingWords = (bridging = 'Not recorded') => (bridging === 'none' ? 'None' : bridging);

export const controlWords = control => (control === undefined ? 'Not recorded' : spoken(control));
