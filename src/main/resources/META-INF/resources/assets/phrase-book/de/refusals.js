// Warum der Dienst eine Anfrage nicht annimmt. Was nur andere Systeme betrifft, bleibt Englisch.

/** Was an einem Feld falsch ist. Der Name des Feldes steht davor. */
const FIELDS = [
    ['is missing', 'fehlt'],
    ['is blank', 'ist leer'],
    ['is empty', 'ist leer'],
    ['is missing: say why the admission is corrected', 'fehlt: Sagen Sie, warum die Aufnahme korrigiert wird'],
    ['is missing: say why the check was not done', 'fehlt: Sagen Sie, warum die Kontrolle nicht durchgeführt wurde'],
    [
        'is missing: say why a recorded identifier or outcome is changed',
        'fehlt: Sagen Sie, warum eine dokumentierte Kennung oder ein Ergebnis geändert wird',
    ],
    [
        'is missing: give a second identifier, name or birthDate',
        'fehlt: Geben Sie ein zweites Merkmal an, Name oder Geburtsdatum',
    ],
    [
        'is missing: name the ward of the outpatient coordinators',
        'fehlt: Nennen Sie die Station der ambulanten Koordination',
    ],
    ['is missing; name the day or the course', 'fehlt; nennen Sie den Tag oder den Verlauf'],
    [
        'is missing; name the physician who confirmed the grade',
        'fehlt; nennen Sie, wer den Grad ärztlich bestätigt hat',
    ],
    ['must be a text', 'muss ein Text sein'],
    ['must be a number', 'muss eine Zahl sein'],
    ['must be true or false', 'muss wahr oder falsch sein'],
    ['must be a whole number from {n} to {n2}', 'muss eine ganze Zahl von {n} bis {n2} sein'],
    ['must be one of {words}', 'muss eines davon sein: {words}'],
    ['must be a date such as {at}', 'muss ein Datum sein wie {at}'],
    ['must be an RFC 3339 date and time with an offset', 'muss Datum und Uhrzeit mit Zeitzone sein (RFC 3339)'],
    ['is not a valid date and time', 'ist kein gültiges Datum mit Uhrzeit'],
    ['must lie in the years {n} to {n2}', 'muss in den Jahren {n} bis {n2} liegen'],
    ['must not be in the future', 'darf nicht in der Zukunft liegen'],
    ['must not lie in the future', 'darf nicht in der Zukunft liegen'],
    ['must lie in the future', 'muss in der Zukunft liegen'],
    ['must be in the future', 'muss in der Zukunft liegen'],
    [
        'must not be in the future: use the present time, or send the request later',
        'darf nicht in der Zukunft liegen: Nehmen Sie die jetzige Zeit, oder senden Sie es später',
    ],
    [
        'must not be in the future: this infusion was given already',
        'darf nicht in der Zukunft liegen: Diese Infusion wurde schon gegeben',
    ],
    ['must be within 7 days', 'muss innerhalb von 7 Tagen liegen'],
    [
        'must be within 24 h: renew the pause if it must last longer',
        'muss innerhalb von 24 h liegen: Verlängern Sie die Pause, wenn sie länger dauern muss',
    ],
    ['must not be before from', 'darf nicht vor dem Beginn liegen'],
    ['must not be before startedAt', 'darf nicht vor dem Beginn liegen'],
    ['must not be before thawedAt', 'darf nicht vor dem Auftauen liegen'],
    ['must not be before infusedFrom', 'darf nicht vor dem Beginn liegen'],
    ['must not be before {field}', 'darf nicht vor {field} liegen'],
    ['must not be before the episode began', 'darf nicht vor dem Beginn der Episode liegen'],
    ['must not be after the day of the infusion', 'darf nicht nach dem Tag der Infusion liegen'],
    ['must not be after the discharge of {at}', 'darf nicht nach der Entlassung ({at}) liegen'],
    [
        'would put the birth of {at} after the infusion of {at2}',
        'damit läge die Geburt, {at}, nach der Infusion, {at2}',
    ],
    [
        'must be in the 24 h before the start of the first bag',
        'muss in den 24 h vor dem Beginn des ersten Beutels liegen',
    ],
    ['must not be negative', 'darf nicht negativ sein'],
    ['must be more than 0', 'muss größer als 0 sein'],
    ['must be {n}-{n2}[? {unit}]', 'muss {n}-{n2}[? {unit}] sein'],
    ['must be 10*6 or 10*6/kg', 'muss 10*6 oder 10*6/kg sein'],
    ['must be < or >', 'muss < oder > sein'],
    ['must be none, or one sign or more', 'muss „keine“ sein, oder ein Zeichen oder mehr'],
    [
        'must be 1 to 64 letters, digits, dots or hyphens',
        'muss aus 1 bis 64 Buchstaben, Ziffern, Punkten oder Bindestrichen bestehen',
    ],
    [
        'must be lower-case letters, digits, dots or hyphens',
        'muss aus Kleinbuchstaben, Ziffern, Punkten oder Bindestrichen bestehen',
    ],
    [
        'must be 1 to {n} wards; leave it out for every ward',
        'muss 1 bis {n} Stationen nennen; lassen Sie es für alle Stationen weg',
    ],
    ['must be a data URL of a PNG or JPEG image in base64', 'muss ein Bild sein (PNG oder JPEG)'],
    ['must be another number than the one to merge', 'muss eine andere Nummer sein als die, die zusammengeführt wird'],
    ['needs an offset, for instance Z or +02:00', 'braucht eine Zeitzone, etwa Z oder +02:00'],
    ['needs at least one component', 'braucht mindestens eine Komponente'],
    ['needs the items of the ice score, not a total', 'braucht die einzelnen Aufgaben des ICE, nicht die Summe'],
    ['needs an ice score', 'braucht einen ICE-Score'],
    [
        'needs at least one item; if no item was done, use notDone',
        'braucht mindestens eine Aufgabe; wenn keine durchgeführt wurde, geben Sie das an',
    ],
    ['has more than {n} items', 'hat mehr als {n} Einträge'],
    ['has more than 17 significant digits', 'hat mehr als 17 signifikante Stellen'],
    ['has a magnitude of 1e9 or more', 'ist zu groß (1e9 oder mehr)'],
    ['has more than 40 decimal places', 'hat mehr als 40 Nachkommastellen'],
    ['is longer than {n} characters', 'ist länger als {n} Zeichen'],
    ['holds a character that cannot be stored', 'enthält ein Zeichen, das nicht gespeichert werden kann'],
    ['names a bag twice', 'nennt einen Beutel zweimal'],
    ['names one twice', 'nennt etwas zweimal'],
    ['names {tool}, but it has a score', 'nennt {tool}, aber dafür gibt es einen Score'],
    ['names {tool}, but so does notTestable', 'nennt {tool}, das auch als nicht prüfbar genannt ist'],
    ['names the observation itself', 'nennt den Eintrag selbst'],
    ['is only for the {other} other', 'gilt nur, wenn „Sonstiges“ gewählt ist ({other})'],
    ['is only for a positive result', 'gilt nur für ein positives Ergebnis'],
    ['is only for a setting of home', 'gilt nur für zu Hause'],
    ['is only for a syndrome that is present', 'gilt nur für ein vorhandenes Syndrom'],
    ['is only for the role device', 'gilt nur für die Rolle Gerät'],
    ['is only for the roles patient and caregiver', 'gilt nur für die Rollen Patient/in und Angehörige/r'],
    ['is not for administrators: they see every ward', 'gilt nicht für die Administration: Sie sieht alle Stationen'],
    [
        'is not for patients and caregivers: they see no ward',
        'gilt nicht für Patienten und Angehörige: Sie sehen keine Station',
    ],
    [
        'is missing: name the patient for whom the account enters',
        'fehlt: Nennen Sie die Person, für die das Konto eingibt',
    ],
    ['is not a role of this service', 'ist keine Rolle dieses Dienstes'],
    ['is not a ward of this hospital (vigil.wards)', 'ist keine Station dieses Krankenhauses (vigil.wards)'],
    [
        'is not a ward yet: only a user who sees every ward can create it',
        'ist noch keine Station: Nur wer alle Stationen sieht, kann sie anlegen',
    ],
    ['is not for a confirmation of a day', 'gilt nicht für die Bestätigung eines Tages'],
    ['is above referenceHigh', 'liegt über der oberen Referenzgrenze'],
    ['is not a known unit of {analyte}', 'ist keine bekannte Einheit von {analyte}'],
    ["is not a unit of an infusion's rate", 'ist keine Einheit einer Laufrate'],
    ['does not convert to {unit}', 'lässt sich nicht in {unit} umrechnen'],
    ['is scored, and itemsNotDone names it', 'hat Punkte und ist auch als nicht gefragt genannt'],
    ['contradicts none', 'widerspricht „keine“'],
    [
        'cannot be changed: cancel this journey and begin one of the right patient',
        'lässt sich nicht ändern: Brechen Sie diesen Behandlungsweg ab, und beginnen Sie einen der richtigen Person',
    ],
    ['infused is recorded by the infusion record', 'die Infusion wird mit ihrem eigenen Formular dokumentiert'],
    ['is no event that stands in this custody', 'ist kein Schritt, der hier gilt'],
    ['is an infusion: void its admission', 'ist eine Infusion: Erklären Sie ihre Aufnahme für ungültig'],
    ['is not in the readiness list', 'steht nicht auf der Checkliste'],
    [
        'is computed from the checks and cannot be answered',
        'ergibt sich aus den Prüfungen und lässt sich nicht beantworten',
    ],
    [
        'is a check, which no decision replaces: record what is missing, or correct what contradicts',
        'ist eine Prüfung, die keine Entscheidung ersetzt: Dokumentieren Sie, was fehlt, oder korrigieren Sie, ' +
            'was widerspricht',
    ],
    ['belongs to another episode of this patient', 'gehört zu einer anderen Episode dieser Person'],
    [
        'the export has more than {n} episodes: name a shorter time',
        'der Export hat mehr als {n} Episoden: Nennen Sie eine kürzere Zeit',
    ],
    [
        'must be an https URL of a public host, without a user name',
        'muss eine https-Adresse eines öffentlichen Rechners sein, ohne Benutzernamen',
    ],
    ['must name a priority', 'muss eine Priorität nennen'],
];

const GENERAL = [
    ['The request has invalid fields', 'Die Angaben sind nicht gültig'],
    ['The request cannot be understood', 'Die Anfrage ist nicht verständlich'],
    ["This account's role may not do this", 'Die Rolle dieses Kontos darf das nicht'],
    ['Not found: nothing has this path', 'Nicht gefunden: Unter dieser Adresse gibt es nichts'],
    ['The request took too long to arrive', 'Die Anfrage kam zu langsam an'],
    ['The body is too large for this resource', 'Die Angaben sind zu groß'],
    ['The service cannot do this now: try again later', 'Der Dienst kann das jetzt nicht: Versuchen Sie es später'],
    ['The request was refused', 'Die Anfrage wurde abgelehnt'],
    [
        'The audit trail cannot be written now: try again later',
        'Das Protokoll der Zugriffe kann jetzt nicht geschrieben werden: Versuchen Sie es später',
    ],
    ['Unknown username or wrong password', 'Benutzername unbekannt oder Passwort falsch'],
    ["Sign in at the hospital's identity provider", 'Melden Sie sich beim Anmeldedienst des Krankenhauses an'],
    ["Sign in on Vigil's own sign-in page", 'Melden Sie sich auf der Anmeldeseite von Vigil an'],
    ['The session cannot be renewed: sign in again', 'Die Sitzung lässt sich nicht verlängern: Melden Sie sich neu an'],
    ['Devices cannot use the pages', 'Geräte können die Seiten nicht verwenden'],
    ['Patients and caregivers cannot use the pages', 'Patienten und Angehörige können diese Seiten nicht verwenden'],
    [
        "The hospital's identity provider manages the accounts",
        'Der Anmeldedienst des Krankenhauses verwaltet die Konten',
    ],
    ["The hospital's identity provider does not answer", 'Der Anmeldedienst des Krankenhauses antwortet nicht'],
    ['The name is taken: another account has it, or had it before', 'Der Name ist vergeben, jetzt oder früher'],
    [
        'This is the last administrator: add another one first',
        'Dies ist das letzte Administrationskonto: Legen Sie zuerst ein weiteres an',
    ],
    ['There is no such account', 'Dieses Konto gibt es nicht'],
    [
        'There is no session of this user: check the name',
        'Von diesem Konto gibt es keine Sitzung: Prüfen Sie den Namen',
    ],
    [
        'Watching at home is not switched on in this hospital (vigil.outpatient.enabled)',
        'Die Überwachung zu Hause ist in diesem Krankenhaus nicht eingeschaltet (vigil.outpatient.enabled)',
    ],
];

const PATIENTS = [
    ['There is no such patient', 'Diese Person gibt es hier nicht'],
    ['There is no such patient at that time', 'Diese Person gibt es hier zu der Zeit nicht'],
    ['There is no such episode', 'Diese Episode gibt es hier nicht'],
    ['There is no such ward', 'Diese Station gibt es hier nicht'],
    ['There is no such alert', 'Diesen Alarm gibt es hier nicht'],
    ['There is no such device', 'Dieses Gerät gibt es hier nicht'],
    ['There is no such journey', 'Diesen Behandlungsweg gibt es hier nicht'],
    ['There is no such webhook', 'Diesen Webhook gibt es nicht'],
    ['There is no such observation, or not yet', 'Diesen Eintrag gibt es nicht, oder noch nicht'],
    ['There is no such line that a person ticks', 'Diese Zeile gibt es nicht, oder sie wird nicht abgehakt'],
    ['There is no such pause, or it has ended', 'Diese Pause gibt es nicht, oder sie ist beendet'],
    ['There is no such record in quarantine', 'Diesen Eintrag gibt es nicht in der Quarantäne'],
    [
        'There is no such record of this patient in quarantine',
        'Diesen Eintrag gibt es für diese Person nicht in der Quarantäne',
    ],
    [
        'There is no such row now: it does not fit any more, or it has begun to fit anew',
        'Diese Zeile gibt es jetzt nicht: Sie trifft nicht mehr zu oder trifft neu zu',
    ],
    ['Read the rows again', 'Lesen Sie die Zeilen neu'],
    ['Your protocol means this row for others', 'Ihr Protokoll meint diese Zeile für andere'],
    [
        "Emergency access only allows reading and answering alerts: ask a user of the patient's ward to change this",
        'Der Notfallzugriff erlaubt nur, zu lesen und Alarme zu beantworten: Bitten Sie jemanden von der Station, ' +
            'das zu ändern',
    ],
    [
        'You work for all wards in which this patient stayed: you do not need emergency access',
        'Sie gehören zu allen Stationen, auf denen diese Person war: Sie brauchen keinen Notfallzugriff',
    ],
    ['The alert is resolved', 'Der Alarm ist erledigt'],
    ['Only an open alert can be escalated', 'Nur ein offener Alarm lässt sich eskalieren'],
    ['The episode has ended', 'Die Episode ist beendet'],
    ['The episode has not ended', 'Die Episode ist nicht beendet'],
    ['The admission was voided', 'Die Aufnahme wurde für ungültig erklärt'],
    ['The patient is watched at home already', 'Die Person wird schon zu Hause überwacht'],
    ['The patient is not watched at home', 'Die Person wird nicht zu Hause überwacht'],
    [
        'Automatic grading fails for this patient: {text}',
        'Die automatische Graduierung scheitert bei dieser Person: {text}',
    ],
    ['Only the current episode can be told', 'Nur für die laufende Episode lässt sich das sagen'],
    [
        'The patient has an active episode: discharge it first',
        'Die Person hat eine laufende Episode: Entlassen Sie sie zuerst',
    ],
    [
        'The patient has an active episode in a ward that you do not see: ask that ward',
        'Die Person hat eine laufende Episode auf einer Station, die Sie nicht sehen: Fragen Sie dort',
    ],
    [
        'The patient has an active episode under another number: discharge it first, {id}',
        'Die Person hat eine laufende Episode unter einer anderen Nummer: Entlassen Sie sie zuerst, {id}',
    ],
    [
        'The patient has another episode with the infusion of {at}: correct that episode, or undo its discharge',
        'Die Person hat eine andere Episode mit dieser Infusion ({at}): Korrigieren Sie diese Episode, oder nehmen ' +
            'Sie ihre Entlassung zurück',
    ],
    [
        'The patient was admitted again since: void or correct that episode, {id}',
        'Die Person wurde seither neu aufgenommen: Erklären Sie diese Episode für ungültig, oder ' +
            'korrigieren Sie sie, {id}',
    ],
    [
        'The further infusion of {at} must be after the first, at {at2}',
        'Die weitere Infusion, {at}, muss nach der ersten liegen, {at2}',
    ],
    [
        'It would be before the first infusion of {at}: correct infusedAt of the episode instead',
        'Sie läge vor der ersten Infusion, {at}: Korrigieren Sie stattdessen die Zeit der Infusion der Episode',
    ],
    ['The infusion of {at} is recorded already', 'Die Infusion ({at}) ist schon dokumentiert'],
    ['It would be after the discharge of {at}', 'Sie läge nach der Entlassung ({at})'],
    [
        'The change is kept and will be applied, but the grade does not reflect it yet',
        'Die Änderung ist gespeichert und wird angewendet, aber der Grad zeigt sie noch nicht',
    ],
    [
        'The request is stored and will be carried out, but the grade does not reflect it yet',
        'Die Anfrage ist gespeichert und wird ausgeführt, aber der Grad zeigt sie noch nicht',
    ],
];

const DEVICES = [
    ['The device is bound to nobody', 'Das Gerät ist niemandem zugeordnet'],
    [
        'The device was bound to a patient of another ward at that time: a user of both wards must change that',
        'Das Gerät war zu der Zeit einer Person auf einer anderen Station zugeordnet: Das muss jemand von beiden ' +
            'Stationen ändern',
    ],
    ['You may bind or unbind it from now on', 'Ab jetzt dürfen Sie es zuordnen oder die Zuordnung lösen'],
    [
        'Another user is binding this device now: read its binding and try again',
        'Jemand anderes ordnet dieses Gerät gerade zu: Lesen Sie die Zuordnung, und versuchen Sie es noch einmal',
    ],
    [
        "The patient's stay ended at {at}: a binding must begin before that",
        'Der Aufenthalt ist seit {at} beendet: Eine Zuordnung muss davor beginnen',
    ],
    [
        'Admit the patient or undo the discharge first',
        'Nehmen Sie die Person zuerst auf, oder nehmen Sie die Entlassung zurück',
    ],
];

const NUMBERS = [
    ['No patient was admitted under either number', 'Unter keiner der beiden Nummern wurde jemand aufgenommen'],
    ['Nothing is recorded under {id}', 'Unter {id} ist nichts dokumentiert'],
    [
        'A stay of the patient is in a ward that you do not work for',
        'Ein Aufenthalt der Person ist auf einer Station, zu der Sie nicht gehören',
    ],
    [
        'Ask a user who works for the wards of all stays of both numbers',
        'Bitten Sie jemanden, der zu den Stationen aller Aufenthalte beider Nummern gehört',
    ],
    [
        'The number is already merged into the one in `into`: undo that merge first',
        'Die Nummer ist schon mit einer anderen zusammengeführt: Trennen Sie das zuerst',
    ],
    [
        'The number to merge into is itself merged into the one in `into`: merge into that one',
        'Die Nummer, mit der zusammengeführt werden soll, ist selbst mit einer anderen zusammengeführt: ' +
            'Nehmen Sie jene',
    ],
    [
        'The number in `old` is merged into this one: undo that merge first, then merge both',
        'Mit dieser Nummer ist eine andere zusammengeführt: Trennen Sie das zuerst, dann führen Sie beide zusammen',
    ],
    [
        'Both numbers have an active episode: {id} and {id2}',
        'Beide Nummern haben eine laufende Episode: {id} und {id2}',
    ],
    [
        'A death is recorded or in quarantine under one number, and the patient has an active episode under the other',
        'Unter einer Nummer ist ein Tod dokumentiert oder in Quarantäne, und unter der anderen läuft eine Episode',
    ],
    [
        'If the death in `observationId` is wrong, retract or discard it',
        'Wenn der Tod falsch ist, widerrufen oder verwerfen Sie ihn',
    ],
    ['Otherwise discharge the episode', 'Sonst entlassen Sie die Person aus der Episode'],
    ['The number is not merged into another', 'Die Nummer ist mit keiner anderen zusammengeführt'],
    ['Another user has just undone the merge', 'Jemand anderes hat die Nummern gerade getrennt'],
    [
        'The merge is still under way: try again in a moment',
        'Das Zusammenführen läuft noch: Versuchen Sie es gleich noch einmal',
    ],
];

const OBSERVATIONS = [
    ['No observation in the body is valid', 'Der Eintrag ist nicht gültig'],
    ['This account may not enter {kind}', 'Dieses Konto darf das nicht eingeben: {kind}'],
    [
        'This account may not enter {kind}, and so not release it',
        'Dieses Konto darf das nicht eingeben und darum nicht freigeben: {kind}',
    ],
    [
        'This account may neither enter nor withdraw {kind}',
        'Dieses Konto darf das weder eingeben noch widerrufen: {kind}',
    ],
    [
        'This account may not correct or withdraw: ask the outpatient coordinator',
        'Dieses Konto darf nicht korrigieren oder widerrufen: Fragen Sie die ambulante Koordination',
    ],
    [
        'This account may enter only vital signs with the setting home',
        'Dieses Konto darf nur zu Hause gemessene Vitalzeichen eingeben',
    ],
    [
        'This account may withdraw only what it sent itself',
        'Dieses Konto darf nur widerrufen, was es selbst gesendet hat',
    ],
    [
        'Too much is waiting for Kafka. Nothing of this body was accepted: send it again later',
        'Zu viel wartet auf Kafka. Nichts davon wurde angenommen: Senden Sie es später noch einmal',
    ],
    [
        'The wards of the patients cannot be read now: send the body again later',
        'Die Stationen der Personen sind jetzt nicht lesbar: Senden Sie es später noch einmal',
    ],
    ["Somebody of the patient's ward releases it", 'Freigeben kann das jemand von der Station'],
    [
        'The sender used this id before with other content: release the record with a newId that the sender has not ' +
            'used, or discard it',
        'Der Absender hat diese Kennung schon mit anderem Inhalt verwendet: Geben Sie den Eintrag mit einer neuen ' +
            'Kennung frei, die der Absender nicht verwendet hat, oder verwerfen Sie ihn',
    ],
    ['The record cannot be read as an observation: discard it', 'Der Eintrag ist nicht lesbar: Verwerfen Sie ihn'],
    [
        'This record can only be released for the patient it names: leave out patientId, or discard it',
        'Dieser Eintrag lässt sich nur für die Person freigeben, die er nennt: Lassen Sie die Nummer weg, ' +
            'oder verwerfen Sie ihn',
    ],
    [
        'It corrects an observation of another sender: enter the correction yourself, and discard this record',
        'Er korrigiert den Eintrag eines anderen Absenders: Geben Sie die Korrektur selbst ein, und verwerfen Sie ' +
            'diesen Eintrag',
    ],
    [
        'A newId is only for an id-conflict: leave it out, or discard the record',
        'Eine neue Kennung ist nur bei einer schon verwendeten nötig: Lassen Sie sie weg, oder verwerfen ' +
            'Sie den Eintrag',
    ],
    [
        'It names no sender, but several senders have an observation with that id: discard it, and send a retraction ' +
            'that names the sender',
        'Er nennt keinen Absender, aber mehrere haben einen Eintrag mit dieser Kennung: Verwerfen Sie ihn, und ' +
            'senden Sie einen Widerruf, der den Absender nennt',
    ],
    [
        'Its author may not withdraw that observation: discard this record, and ask a user who may withdraw it',
        'Wer ihn verfasst hat, darf jenen Eintrag nicht widerrufen: Verwerfen Sie diesen, und bitten Sie jemanden, ' +
            'der es darf',
    ],
    ['The record is settled already: {settled}', 'Der Eintrag ist schon erledigt: {settled}'],
    [
        'The piece still cannot be read: {foreign}[? at {id}]',
        'Das Stück ist weiter nicht lesbar: {foreign}[?, Stelle: {id}]',
    ],
    [
        "Correct the sender's settings or codes, or discard it",
        'Korrigieren Sie die Einstellungen oder Codes des Absenders, oder verwerfen Sie es',
    ],
    [
        'The rules of observations refuse the piece: {sentence}',
        'Nach den Regeln für Einträge nicht angenommen: {sentence}',
    ],
    [
        'The piece holds nothing that is kept: discard it',
        'Das Stück enthält nichts, was gespeichert wird: Verwerfen Sie es',
    ],
];

const JOURNEYS = [
    ['Nothing is missing: {field} is met', 'Es fehlt nichts: {field} ist erfüllt'],
    [
        'Only a physician writes or removes the decision of outOfSpecification, and its physician',
        'Nur ärztlich werden die Entscheidung „außerhalb der Spezifikation“ und ihr Arzt oder ihre Ärztin ' +
            'geschrieben oder entfernt',
    ],
];

export const REFUSALS = [
    ['{field}: {sentence}', '{field}: {sentence}'],
    ['{entered}: {sentence}', '{entered}: {sentence}'],
    ['and {n} more', 'und {n} weitere'],
    ...FIELDS,
    ...GENERAL,
    ...PATIENTS,
    ...DEVICES,
    ...NUMBERS,
    ...OBSERVATIONS,
    ...JOURNEYS,
];
