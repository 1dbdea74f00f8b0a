// Hinweise zu gespeicherten Einträgen, und warum ein Eintrag in Quarantäne ist.

export const ENTRIES = [
    // Hinweise
    [
        'effectiveAt: is more than 2 minutes in the future; it still takes effect on what it names',
        'Zeit: mehr als 2 Minuten in der Zukunft; wirkt trotzdem auf das, was der Eintrag nennt',
    ],
    [
        'effectiveAt: is more than 2 minutes in the future; kept, never graded',
        'Zeit: mehr als 2 Minuten in der Zukunft; gespeichert, nie graduiert',
    ],
    ['effectiveAt: is more than 14 days ago; check the date', 'Zeit: mehr als 14 Tage her; prüfen Sie das Datum'],
    ['effectiveAt: is before the infusion; kept, never graded', 'Zeit: vor der Infusion; gespeichert, nie graduiert'],
    [
        'systolic: contradicts diastolic or meanArterialPressure; an artefact? Repeat it',
        'Systolisch: passt nicht zum diastolischen oder mittleren Druck; ein Artefakt? Nachmessen',
    ],
    [
        '{warned}: is outside the plausible {n}-{n2}[? {unit}]; kept, not graded',
        '{warned}: nicht im plausiblen Bereich {n}-{n2}[? {unit}]; gespeichert, nicht graduiert',
    ],
    [
        'rate: is higher than any usual rate of {agent}; check the number and the unit',
        'Laufrate: höher als jede übliche von {agent}; prüfen Sie Zahl und Einheit',
    ],
    [
        'patientId: this patient is not admitted yet; the record is kept until then',
        'Diese Person ist noch nicht aufgenommen; der Eintrag wird bis dahin aufbewahrt',
    ],
    [
        'patientId: nobody watches this patient now; call the centre',
        'Diese Person wird gerade nicht überwacht; rufen Sie das Zentrum an',
    ],
    [
        'until: an attribution of fever, hypotension or hypoxia ends at {at}; another entry renews it',
        'Bis: Eine Zuordnung von Fieber, Hypotonie oder Hypoxie gilt bis {at}; ein weiterer Eintrag erneuert sie',
    ],
    [
        'drug: an infusion record has charted this drug within {span} of this time, and both count; if they are one ' +
            'dose, retract this one',
        'Medikament: Die Dokumentation einer Infusion enthält es innerhalb von {span} um diese Zeit, und beide ' +
            'zählen; wenn es eine einzige Dosis ist, widerrufen Sie diese',
    ],
    [
        'action: no start of this infusion is known; it counts as running from now on',
        'Kein Beginn dieser Infusion ist bekannt; sie gilt ab jetzt als laufend',
    ],
    [
        '{name} is still bound to the patient: if it did not move along, unbind it or bind it to another',
        '{name} ist noch dieser Person zugeordnet: Wenn das Gerät nicht mitgekommen ist, lösen Sie die Zuordnung ' +
            'oder ordnen Sie es einer anderen zu',
    ],
    [
        '{name} was unbound by the discharge: bind it again',
        'Die Zuordnung von {name} wurde bei der Entlassung gelöst: Ordnen Sie das Gerät wieder zu',
    ],
    [
        'The list before going home is not available, because automatic grading is not',
        'Die Liste zur Entlassung ist nicht verfügbar, weil die automatische Graduierung es nicht ist',
    ],
    [
        'Open lines ask for a reason, and no note gives one',
        'Offene Punkte brauchen einen Grund, und keine Notiz nennt einen',
    ],
    ['Bed {name} of {name2} also holds another patient', 'In Bett {name}, {name2}, liegt noch eine andere Person'],
    ['Bed {name} of {name2} also holds {id}', 'In Bett {name}, {name2}, liegt auch {id}'],

    // Was aus einem Eintrag geworden ist
    [
        'It is dated more than 2 minutes after its receipt: stored, but not graded',
        'Mehr als 2 Minuten nach dem Eingang datiert: gespeichert, aber nicht graduiert',
    ],
    ['Discarded: {text}', 'Verworfen: {text}'],
    ['Released in the name of {id}', 'Freigegeben im Namen von {id}'],
    ['Released, but not processed yet', 'Freigegeben, aber noch nicht verarbeitet'],

    // Quarantäne
    ['The id was used before with other content', 'Die Kennung wurde schon mit anderem Inhalt verwendet'],
    [
        'Another system wrote it to the topic, and its author is not verified: a user who may enter this kind must ' +
            'release it in their own name, or discard it',
        'Ein anderes System hat den Eintrag geschrieben, und wer ihn verfasst hat, ist nicht bestätigt: Wer diese ' +
            'Art eingeben darf, muss ihn im eigenen Namen freigeben oder verwerfen',
    ],
    [
        "Its author does not work for the patient's ward: a user of the ward must release or discard it",
        'Wer den Eintrag verfasst hat, gehört nicht zur Station: Jemand von der Station muss ihn ' +
            'freigeben oder verwerfen',
    ],
    ['Another system wrote it to the topic', 'Ein anderes System hat den Eintrag geschrieben'],
    [
        'Only the service itself may change a baseline or an admission: enter the change there, and ' +
            'discard this record',
        'Nur der Dienst selbst darf Ausgangswerte oder eine Aufnahme ändern: Geben Sie die Änderung dort ein, ' +
            'und verwerfen Sie diesen Eintrag',
    ],
    [
        'The rules failed on this patient when it was applied',
        'Die Regeln sind bei dieser Person gescheitert, als der Eintrag angewendet wurde',
    ],
    ['It could not be applied', 'Der Eintrag war nicht anwendbar'],
    [
        'Its device was not bound to the patient at that time',
        'Das Gerät war dieser Person zu der Zeit nicht zugeordnet',
    ],
    ['The device was not bound to a patient at that time', 'Das Gerät war zu der Zeit niemandem zugeordnet'],
    [
        'Its admission was voided, and the patient has no other episode',
        'Die Aufnahme wurde für ungültig erklärt, und die Person hat keine andere Episode',
    ],
    [
        'A merge of its number was undone, and the number itself has no episode',
        'Eine Zusammenführung der Nummer wurde getrennt, und die Nummer selbst hat keine Episode',
    ],
    ['The patient has no episode yet', 'Die Person hat noch keine Episode'],
    [
        'Its message names another patient than the one to whom the device was bound at that time',
        'Die Nachricht nennt eine andere Person als die, der das Gerät zu der Zeit zugeordnet war',
    ],
    [
        'It names an episode of another patient, or none',
        'Der Eintrag nennt die Episode einer anderen Person, oder keine',
    ],
    [
        'Another partition owns the patient: it was sent on with the right key',
        'Eine andere Partition ist zuständig: Der Eintrag wurde mit dem richtigen Schlüssel weitergeleitet',
    ],
    ['A device may retract only what it sent itself', 'Ein Gerät darf nur widerrufen, was es selbst gesendet hat'],
    ['A device may retract only what it measured itself', 'Ein Gerät darf nur widerrufen, was es selbst gemessen hat'],
    ['It retracts an observation of another patient', 'Der Eintrag widerruft einen Eintrag einer anderen Person'],
    [
        'Its author may not enter the kind of observation that it retracts',
        'Wer den Eintrag verfasst hat, darf die Art nicht eingeben, die er widerruft',
    ],
    [
        'Several senders have an observation of this id: {name}; send it again with sender',
        'Mehrere Absender haben einen Eintrag mit dieser Kennung: {name}; senden Sie ihn noch einmal mit Absender',
    ],
    [
        'Its sender used the identifier before for another statement, and this is no revision of it',
        'Der Absender hat die Kennung schon für eine andere Aussage verwendet, und dies ist keine neue Fassung davon',
    ],
    ['Its sender reported otherwise', 'Der Absender hat es anders gemeldet'],
    ['The number was merged with another', 'Die Nummer wurde mit einer anderen zusammengeführt'],
    ['The patient was admitted', 'Die Person wurde aufgenommen'],
    ['{foreign}[? at {id}]', '{foreign}[?, Stelle: {id}]'],
];
