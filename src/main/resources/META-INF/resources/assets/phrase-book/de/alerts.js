// Alarme, fällige Kontrollen und Notizen zu Dosen.

const MASKING = 6;

/** "a und b können es verdecken". */
function masking(count) {
    const doses = Array.from({ length: count }, (_, index) => [
        `{drug${index}} at {at${index}}`,
        `{drug${index}} ({at${index}})`,
    ]);
    const joined = (which, and) =>
        doses
            .map(each => each[which])
            .reduce((before, each, index) => `${before}${index === count - 1 ? and : ', '}${each}`);
    return [
        `${joined(0, ' and ')} can hide one`,
        `${joined(1, ' und ')} ${count === 1 ? 'kann' : 'können'} es verdecken`,
    ];
}

export const ALERTS = [
    // Grade
    ['{syndrome} grade {grade}', '{syndrome}-Grad {grade}'],
    ['{syndrome} grade {grade}, one reading', '{syndrome}-Grad {grade}, eine Messung'],
    ['One reading only: repeat it, look at the patient', 'Nur eine Messung: nachmessen, nach der Person sehen'],
    [
        '{syndrome} grade rose from {grade} to {grade2}[?: {sentence}]',
        '{syndrome}-Grad gestiegen von {grade} auf {grade2}[?: {sentence}]',
    ],
    [
        '{syndrome} is grade {grade}, not known before[?: {sentence}]',
        '{syndrome}-Grad ist {grade}, vorher nicht bekannt[?: {sentence}]',
    ],
    [
        'CRS grade 2 rests on more than one reading now[?: {sentence}]',
        'CRS-Grad 2 beruht jetzt auf mehr als einer Messung[?: {sentence}]',
    ],
    ['Grade amended', 'Grad nachträglich geändert'],
    [
        'Late or corrected data: {syndrome} was shown as {grade} but was {grade2}',
        'Verspätete oder korrigierte Daten: {syndrome}-Grad wurde als {grade} gezeigt, war aber {grade2}',
    ],
    ['CRS opened', 'CRS eröffnet'],
    [
        'A physician opened a course of CRS: hypotension and hypoxia count',
        'Ein CRS-Verlauf wurde ärztlich eröffnet: Hypotonie und Hypoxie zählen',
    ],
    ['Fever onset', 'Fieberbeginn'],
    [
        'New fever[? {n} °C][? at home, not confirmed][? (ANC {n2})]',
        'Neues Fieber[? {n} °C][? zu Hause, nicht bestätigt][? (Neutrophile {n2})]',
    ],
    [
        'New fever[? {n} °C][? at home, not confirmed] (ANC {n2} {unit})',
        'Neues Fieber[? {n} °C][? zu Hause, nicht bestätigt] (Neutrophile {n2} {unit})',
    ],
    ['CRS grade 1 unless another cause is found', 'CRS-Grad 1, wenn sich keine andere Ursache findet'],
    ['Sepsis looks the same', 'Eine Sepsis sieht genauso aus'],

    // Hinweise neben den Graden
    ['Early neurological sign', 'Neurologisches Frühzeichen'],
    ['{early*}', '{early*}'],
    [
        'Tremor, myoclonus, headache or a change of handwriting',
        'Tremor, Myoklonus, Kopfschmerz oder veränderte Handschrift',
    ],
    ['Do an ICE or CAPD now', 'Jetzt ICE oder CAPD erheben'],
    [
        'Caregiver at home reports: {homesign*} (not confirmed)',
        'Angehörige zu Hause berichten: {homesign*} (nicht bestätigt)',
    ],
    [
        'caregiver reports {homesign*} (home, not confirmed)',
        'Angehörige berichten: {homesign*} (zu Hause, nicht bestätigt)',
    ],
    ['Intracranial haemorrhage', 'Intrakranielle Blutung'],
    [
        'An intracranial haemorrhage was recorded: call the physician',
        'Eine intrakranielle Blutung wurde dokumentiert: ärztlichen Dienst rufen',
    ],
    ['Status epilepticus', 'Status epilepticus'],
    [
        'A seizure of 5 minutes or more, or seizures without recovery between them: call the physician',
        'Ein Krampfanfall von 5 Minuten oder länger, oder Anfälle ohne Erholung dazwischen: ärztlichen Dienst rufen',
    ],
    ['Attribution ended', 'Zuordnung abgelaufen'],
    [
        'A component that was attributed to another cause counts again: measure it, and ask the physician whether ' +
            'the other cause still holds',
        'Eine Komponente, die einer anderen Ursache zugeordnet war, zählt wieder: messen und ärztlich klären, ' +
            'ob die andere Ursache noch besteht',
    ],
    ['Possible masked CRS', 'Möglicherweise maskiertes CRS'],
    ['Hypotension or hypoxia, and no fever counts', 'Hypotonie oder Hypoxie, und kein Fieber zählt'],
    ...Array.from({ length: MASKING }, (_, index) => masking(index + 1)),
    ['Not gradable as CRS: call the physician', 'Nicht als CRS graduierbar: ärztlichen Dienst rufen'],

    // Unplausible Werte
    ['Dated in the future', 'Zeit in der Zukunft'],
    [
        'An observation was dated more than 2 minutes after its receipt and is not graded',
        'Ein Eintrag ist mehr als 2 Minuten nach seinem Eingang datiert und wird nicht graduiert',
    ],
    [
        'An observation was dated more than 2 minutes after its receipt and still takes effect on what it names',
        'Ein Eintrag ist mehr als 2 Minuten nach seinem Eingang datiert und wirkt trotzdem auf das, was er nennt',
    ],
    ['Implausible {sign}', 'Unplausibler Wert: {sign}'],
    [
        '{sign} {n} {unit}[? (home)] is outside what Vigil can judge ({n2}-{n3} {unit2}): repeat it, ' +
            'look at the patient',
        'Wert außerhalb dessen, was Vigil beurteilen kann: {sign} {n} {unit}[? (zu Hause)] ({n2}-{n3} {unit2}). ' +
            'Nachmessen, nach der Person sehen',
    ],
    ['Implausible oxygen', 'Unplausibler Sauerstoff'],
    [
        'A flow or a fraction of oxygen is outside what Vigil can judge: look at the device and chart it again',
        'Fluss oder Anteil des Sauerstoffs liegen außerhalb dessen, was Vigil beurteilen kann: ' +
            'nach dem Gerät sehen und neu dokumentieren',
    ],

    // Fällige Kontrollen
    ['Check overdue: {check}', 'Kontrolle überfällig: {check}'],
    ['{check} due {when}: {sentence}', '{check}, fällig seit {when}: {sentence}'],
    ['not recorded', 'nicht dokumentiert'],
    ['no {part*} since {when}', 'fehlt seit {when}: {part*}'],
    ['no {part*} since the infusion', 'fehlt seit der Infusion: {part*}'],
    ['not done at {when}: {notdone}', 'nicht durchgeführt ({when}): {notdone}'],

    // Geräte
    ['Device silent', 'Gerät sendet nicht'],
    [
        'A bound device has sent nothing for {span}: {name}, since {at}',
        'Ein zugeordnetes Gerät sendet seit {span} nichts: {name}, seit {at}',
    ],
    ['{name} sends readings that are not used', 'Werte von {name} werden nicht verwendet'],
    [
        'No reading of {name} was graded since {when}: it is not bound to a patient',
        'Seit {when} wurde kein Wert von {name} graduiert: Das Gerät ist niemandem zugeordnet',
    ],
    ['Bind it, or switch it off', 'Ordnen Sie es zu, oder schalten Sie es aus'],
    [
        'No reading of {name} was graded since {when}: its ids were used before',
        'Seit {when} wurde kein Wert von {name} graduiert: Die Kennungen wurden schon verwendet',
    ],
    ['Give its readings new ids', 'Geben Sie den Werten neue Kennungen'],
    [
        'No reading of {name} was graded since {when}: its clock is {span} ahead',
        'Seit {when} wurde kein Wert von {name} graduiert: Die Uhr des Geräts geht {span} vor',
    ],
    ['Set its clock', 'Stellen Sie die Uhr des Geräts'],
    [
        'Readings of {name} since {when} are dated {span} too early and count as old',
        'Werte von {name} seit {when} sind um {span} zu früh datiert und gelten als alt',
    ],
    ['{name} was taken away', '{name} ist dieser Person nicht mehr zugeordnet'],
    [
        "{id} has bound {name} to a patient of another ward: since {at} its readings are not this patient's",
        '{id} hat {name} einer Person auf einer anderen Station zugeordnet: Seit {at} sind die Werte ' +
            'nicht mehr von dieser Person',
    ],
    [
        "{id}, who works elsewhere, has ended the binding of {name}: since {at} its readings are not this patient's",
        '{id} (arbeitet anderswo) hat die Zuordnung von {name} gelöst: Seit {at} sind die Werte nicht ' +
            'mehr von dieser Person',
    ],
    ['Bind another device if the patient needs one', 'Ordnen Sie ein anderes Gerät zu, wenn eines gebraucht wird'],
    ["Readings of {name} were not this patient's", 'Werte von {name} waren nicht von dieser Person'],
    ["Readings of {name} are this patient's", 'Werte von {name} sind von dieser Person'],
    [
        '{n} [reading|readings] of {name} since {when} [was|were] withdrawn: the device was not bound to this patient',
        '{n} [Wert|Werte] von {name} seit {when} [wurde|wurden] widerrufen: Das Gerät war dieser Person ' +
            'nicht zugeordnet',
    ],
    [
        '{n} [reading|readings] of {name} since {when} [was|were] added: the device was bound to this patient',
        '{n} [Wert|Werte] von {name} seit {when} [wurde|wurden] hinzugefügt: Das Gerät war dieser Person zugeordnet',
    ],
    ['The grades were calculated again', 'Die Grade wurden neu berechnet'],
    ["A report of {id} was another patient's", 'Ein Bericht von {id} betraf eine andere Person'],
    [
        '{id} corrected a report: it is about another patient',
        '{id} hat einen Bericht korrigiert: Er betrifft eine andere Person',
    ],
    [
        '{n} [observation was|observations were] withdrawn here, and the grades were calculated again',
        '{n} [Eintrag wurde|Einträge wurden] hier widerrufen, und die Grade wurden neu berechnet',
    ],

    // Zurückgehaltene Einträge
    ['Ids of {name} were used twice', 'Kennungen von {name} wurden zweimal verwendet'],
    [
        '{n} [record|records] of {name} since {when} [is|are] not graded: [its id was|their ids were] used before ' +
            'with other content',
        '{n} [Eintrag|Einträge] von {name} seit {when} nicht graduiert: [Die Kennung wurde|Die Kennungen wurden] ' +
            'schon mit anderem Inhalt verwendet',
    ],
    ['The monitor {name} names another patient', 'Der Monitor {name} nennt eine andere Person'],
    [
        '{n} [record|records] of {name} since {when} [is|are] not graded: [its message names|their messages name] ' +
            'another patient than the one to whom the device is bound',
        '{n} [Eintrag|Einträge] von {name} seit {when} nicht graduiert: [Die Nachricht nennt|Die Nachrichten nennen] ' +
            'eine andere Person als die, der das Gerät zugeordnet ist',
    ],
    ['Correct the patient on the monitor, or the binding', 'Korrigieren Sie die Person am Monitor oder die Zuordnung'],
    ['The monitor {name} of another patient names this one', 'Der Monitor {name} einer anderen Person nennt diese'],
    [
        '{n} [record|records] of {name} since {when} [is|are] not graded: [its message names|their messages name] ' +
            'this patient, but the device is bound to another one',
        '{n} [Eintrag|Einträge] von {name} seit {when} nicht graduiert: [Die Nachricht nennt|Die Nachrichten nennen] ' +
            'diese Person, aber das Gerät ist einer anderen zugeordnet',
    ],
    ['Entries of {name} wait for the ward', 'Einträge von {name} warten auf die Station'],
    [
        '{n} [record|records] of {name} since {when} [is|are] not graded: a user of the ward must release or discard ' +
            '[it|them]',
        '{n} [Eintrag|Einträge] von {name} seit {when} nicht graduiert: Jemand von der Station muss [ihn|sie] ' +
            'freigeben oder verwerfen',
    ],

    // Aufenthalt, Nummern, Zugriff
    ['The stay has ended', 'Der Aufenthalt ist beendet'],
    ['{id} says that the stay ended at {when}', '{id} meldet: Der Aufenthalt ist seit {when} beendet'],
    [
        'Discharge the patient, or watch on if that is wrong',
        'Entlassen Sie die Person, oder überwachen Sie weiter, wenn das falsch ist',
    ],
    ['The stay goes on, but the episode has ended', 'Der Aufenthalt geht weiter, aber die Episode ist beendet'],
    ['{id} took back the end of the stay at {when}', '{id} hat das Ende des Aufenthalts ({when}) zurückgenommen'],
    [
        'Undo the discharge if the patient is to be watched on',
        'Nehmen Sie die Entlassung zurück, wenn weiter überwacht werden soll',
    ],
    ['Another birth date is registered', 'Ein anderes Geburtsdatum ist gemeldet'],
    ['{id} says another birth date than the admission', '{id} meldet ein anderes Geburtsdatum als die Aufnahme'],
    [
        'Check that both are the same person, and correct what is wrong',
        'Prüfen Sie, ob beide dieselbe Person sind, und korrigieren Sie, was falsch ist',
    ],
    ['The patient is said to have died', 'Die Person ist laut Meldung verstorben'],
    ['{id} says that the patient has died', '{id} meldet: Die Person ist verstorben'],
    [
        'A physician enters the death with its cause, or has the registration corrected',
        'Der Tod wird ärztlich mit seiner Ursache eingegeben, oder die Meldung wird korrigiert',
    ],
    ['Two numbers may be one patient', 'Zwei Nummern sind vielleicht eine Person'],
    ['{id} says that {id2} and {id3} are one patient', '{id} meldet: {id2} und {id3} sind eine Person'],
    ['They were not merged: {sentence}', 'Sie wurden nicht zusammengeführt: {sentence}'],
    ['both have further numbers', 'Beide haben weitere Nummern'],
    ['Undo one of these merges first', 'Trennen Sie zuerst eine dieser Zusammenführungen'],
    ['both have an active episode', 'Beide haben eine laufende Episode'],
    [
        'Discharge or void the one that is not true',
        'Entlassen Sie aus der falschen, oder erklären Sie sie für ungültig',
    ],
    [
        'a death is recorded under {id}, and the patient has an active episode under the other number',
        'Ein Tod ist unter {id} dokumentiert, und unter der anderen Nummer läuft eine Episode',
    ],
    ['Two numbers may be two patients', 'Zwei Nummern sind vielleicht zwei Personen'],
    ['{id} says that {id2} and {id3} are two patients', '{id} meldet: {id2} und {id3} sind zwei Personen'],
    [
        'Both are merged into a third number: undo the wrong merge',
        'Beide sind mit einer dritten Nummer zusammengeführt: Trennen Sie die falsche Zusammenführung',
    ],
    ['Two numbers are one patient', 'Zwei Nummern sind eine Person'],
    [
        '{id} merged {id2} into {id3}: {text}. {n} [record|records] of {id4} [belongs|belong] to {id5} now',
        '{id} hat {id2} mit {id3} zusammengeführt: {text}. {n} [Eintrag|Einträge] von {id4} ' +
            '[gehört|gehören] jetzt zu {id5}',
    ],
    ['Two numbers are two patients again', 'Zwei Nummern sind wieder zwei Personen'],
    [
        '{id} undid the merge of {id2} into {id3}: {text}. {n} [record|records] of {id4} [belongs|belong] to that ' +
            'number alone again',
        '{id} hat {id2} wieder von {id3} getrennt: {text}. {n} [Eintrag|Einträge] von {id4} ' +
            '[gehört|gehören] wieder nur zu dieser Nummer',
    ],
    [
        'An infusion was reported, but the patient is not admitted with it',
        'Eine Infusion wurde gemeldet, aber die Person ist nicht damit aufgenommen',
    ],
    ['{id} says that {name} was infused at {when}', '{id} meldet eine Infusion: {name}, {when}'],
    ['The infusion is dated in the future', 'Die Infusion ist in der Zukunft datiert'],
    ["The patient's birth date is not known", 'Das Geburtsdatum ist nicht bekannt'],
    ["The patient's birth date is after the infusion", 'Das Geburtsdatum liegt nach der Infusion'],
    [
        "The patient's ward is not known: no open stay is in a ward of this service",
        'Die Station ist nicht bekannt: Kein offener Aufenthalt ist auf einer Station dieses Dienstes',
    ],
    ["The patient's bed is not known", 'Das Bett ist nicht bekannt'],
    ['The birth date is not known', 'Das Geburtsdatum ist nicht bekannt'],
    ['The ward is not known', 'Die Station ist nicht bekannt'],
    ['The bed is not known', 'Das Bett ist nicht bekannt'],
    [
        'The patient has an active episode with another infusion',
        'Die Person hat eine laufende Episode mit einer anderen Infusion',
    ],
    [
        'Correct it, record a further infusion, or discharge the patient first',
        'Korrigieren Sie sie, tragen Sie eine weitere Infusion ein, oder entlassen Sie die Person zuerst',
    ],
    ['Patient moved', 'Verlegung'],
    [
        'Bed {name}: moved to bed {name2} of {name3} by {id}',
        'Bett {name}: verlegt nach Bett {name2}, {name3}, durch {id}',
    ],
    [
        'Bed {name}: discharged at {at}, and now admitted to {name2} by {id}',
        'Bett {name}: entlassen ({at}) und jetzt aufgenommen auf {name2} durch {id}',
    ],
    ['Bed {name}: now admitted to {name2} by {id}', 'Bett {name}: jetzt aufgenommen auf {name2} durch {id}'],
    ['Record opened in an emergency', 'Akte im Notfall geöffnet'],
    [
        '{id}, who does not work for this ward, may see this patient until {at}: {text}',
        '{id} (nicht von dieser Station) darf diese Person bis {at} sehen: {text}',
    ],

    // Technik
    ['Automatic grading unavailable', 'Automatische Graduierung nicht verfügbar'],
    [
        'The rules failed on this patient: grade by hand',
        'Die Regeln sind bei dieser Person gescheitert: von Hand graduieren',
    ],
    ['Other systems get no grades and alerts', 'Andere Systeme erhalten keine Grade und Alarme'],
    [
        'Grades and alerts have waited for Kafka since {at}; the pages and the alert stream still work',
        'Grade und Alarme warten seit {at} auf Kafka; die Seiten und der Alarmstrom funktionieren weiter',
    ],
    ['Quarantine growing', 'Quarantäne wächst'],
    [
        '{n} [record was|records were] quarantined within {span} and not graded',
        '{n} [Eintrag kam|Einträge kamen] innerhalb von {span} in Quarantäne und [wurde|wurden] nicht graduiert',
    ],
    ['Patients not admitted', 'Personen nicht aufgenommen'],
    [
        '{n} [record|records] of {name} since {at} [is|are] not graded: no patient is admitted under {name2}',
        '{n} [Eintrag|Einträge] von {name} seit {at} nicht graduiert: Unter {name2} ist niemand aufgenommen',
    ],
    [
        'Admit the patient, or correct the number in the quarantine',
        'Nehmen Sie die Person auf, oder korrigieren Sie die Nummer in der Quarantäne',
    ],
    ['A clock is wrong', 'Eine Uhr geht falsch'],
    [
        'Readings of {name} are too old: they wait in quarantine and are not graded',
        'Werte von {name} sind zu alt: Sie warten in Quarantäne und werden nicht graduiert',
    ],
    ['Set the clocks of its devices', 'Stellen Sie die Uhren der Geräte'],
    ['A device sends demonstration data', 'Ein Gerät sendet Demodaten'],
    [
        'Readings of {name} are marked as a demonstration and are ignored',
        'Werte von {name} sind als Demonstration gekennzeichnet und werden nicht verwendet',
    ],
    [
        'A monitor in this mode watches nobody: end it at the bedside',
        'Ein Monitor in diesem Modus überwacht niemanden: Beenden Sie ihn am Bett',
    ],
    ['A webhook cannot be reached', 'Ein Webhook ist nicht erreichbar'],
    ['Alerts wait for webhook {id} and are retried', 'Alarme warten auf den Webhook {id} und werden erneut gesendet'],
    ['Alerts were not delivered', 'Alarme wurden nicht zugestellt'],
    [
        'Alerts for webhook {id} could not be delivered within the retry time and are given up',
        'Alarme für den Webhook {id} waren in der vorgesehenen Zeit nicht zustellbar und werden aufgegeben',
    ],
    ['A subscription is in error', 'Eine Subscription ist gestört'],
    ['Subscription {id} is not tried any more', 'Die Subscription {id} wird nicht mehr versucht'],
    [
        'Its events are kept: its client has to start it again',
        'Ihre Ereignisse bleiben erhalten: Der Client muss sie neu starten',
    ],
    ['A subscriber cannot be reached', 'Ein Empfänger ist nicht erreichbar'],
    [
        'Notifications wait for subscription {id} and are retried',
        'Benachrichtigungen warten auf die Subscription {id} und werden erneut gesendet',
    ],
    ['A receiver of HL7 messages does not answer', 'Ein Empfänger von HL7-Nachrichten antwortet nicht'],
    ['Alerts wait for {name} and are retried', 'Alarme warten auf {name} und werden erneut gesendet'],
    ['A receiver of HL7 messages refused an alert', 'Ein Empfänger von HL7-Nachrichten hat einen Alarm abgelehnt'],
    [
        '{name} refused the last alert three times, and it is given up',
        '{name} hat den letzten Alarm dreimal abgelehnt; er wird aufgegeben',
    ],

    // Dosen
    ['Tocilizumab dose limit', 'Dosisgrenze von Tocilizumab'],
    ['Same dose charted twice?', 'Dieselbe Dosis zweimal dokumentiert?'],
    ['weight not known: dose per kg not checked', 'Gewicht nicht bekannt: Dosis pro kg nicht geprüft'],
    [
        'Half dose charted: {n} mg at {at}, where {n2} kg allow {n3} mg',
        'Halbe Dosis dokumentiert: {n} mg ({at}); bei {n2} kg sind {n3} mg möglich',
    ],
    ['{span} after the dose before: wait at least {span2}', '{span} nach der vorigen Dosis: mindestens {span2} warten'],
    [
        'Tocilizumab {n} mg at {at} and at {at2}, by different senders',
        'Tocilizumab {n} mg ({at}) und noch einmal ({at2}), von verschiedenen Absendern',
    ],
    [
        'If it is one dose, withdraw one of the two records',
        'Wenn es eine einzige Dosis ist, widerrufen Sie einen der beiden Einträge',
    ],
    [
        'If both were given, they were less than {span} apart: call the physician',
        'Wenn beide gegeben wurden, lagen weniger als {span} dazwischen: ärztlichen Dienst rufen',
    ],
    ['Dose {n} within 24 h: at most {n2}', 'Dosis {n} innerhalb von 24 h: höchstens {n2}'],
    ['Dose {n} in all: at most {n2}', 'Dosis {n} insgesamt: höchstens {n2}'],
    ['{n} mg in one dose: at most {n2} mg', '{n} mg in einer Dosis: höchstens {n2} mg'],
    ['{n} mg for {n2} kg: at most {n3} mg ({n4} mg/kg)', '{n} mg bei {n2} kg: höchstens {n3} mg ({n4} mg/kg)'],
];
