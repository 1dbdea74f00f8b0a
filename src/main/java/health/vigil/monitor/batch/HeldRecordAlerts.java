package health.vigil.monitor.batch;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertRules;
import health.vigil.alert.Condition;
import health.vigil.alert.HeldRecordWords;
import health.vigil.alert.Occurrence;
import health.vigil.alert.Occurrence.Wording;
import health.vigil.history.Episode;
import health.vigil.intake.Subject;
import health.vigil.observation.PatientId;
import health.vigil.store.Alerts;
import health.vigil.store.CountingAlerts;
import health.vigil.store.Departures;
import health.vigil.store.Episodes;
import health.vigil.store.Observations;
import health.vigil.store.QuarantineReason;
import health.vigil.store.Sql;
import health.vigil.stream.PartSource;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord.Observed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/// Alerts about quarantined records that the ward must see. There is one alert per patient, source and cause,
/// and it counts its records.
final class HeldRecordAlerts {
    private final Sql sql;
    private final AlertRules rules;
    private final Instant now;
    private final List<CountingAlerts.Repetition> raised = new ArrayList<>();

    HeldRecordAlerts(Sql sql, AlertRules rules, Instant now) {
        this.sql = sql;
        this.rules = rules;
        this.now = now;
    }

    /// The causes that raise an alert.
    private enum HeldCause {
        ID_CONFLICT,
        PATIENTS_DIFFER,
        /// In the ward of the patient whom the message names.
        OTHER_PATIENTS_DEVICE,
        WAITS_FOR_THE_WARD;

        static Optional<HeldCause> of(QuarantineReason reason) {
            return switch (reason) {
                case ID_CONFLICT -> Optional.of(ID_CONFLICT);
                case WRONG_PATIENT -> Optional.of(PATIENTS_DIFFER);
                case UNVERIFIED_AUTHOR, OTHER_WARD -> Optional.of(WAITS_FOR_THE_WARD);
                case UNREADABLE, UNBOUND_DEVICE, NO_EPISODE, FOREIGN_TARGET, NOT_PERMITTED -> Optional.empty();
                case AMBIGUOUS_TARGET, FORWARDED, UNGRADABLE, UNMAPPED -> Optional.empty();
            };
        }

        Condition condition(String source) {
            return switch (this) {
                case ID_CONFLICT -> new Condition.IdsUsedAgain(source);
                case PATIENTS_DIFFER -> new Condition.PatientsDiffer(source);
                case OTHER_PATIENTS_DEVICE -> new Condition.OtherPatientsDevice(source);
                case WAITS_FOR_THE_WARD -> new Condition.RecordsWait(source);
            };
        }

        Wording wording(HeldRecordWords words, String source, int records, Instant since) {
            return switch (this) {
                case ID_CONFLICT -> words.conflicts(source, records, since);
                case PATIENTS_DIFFER -> words.differing(source, records, since);
                case OTHER_PATIENTS_DEVICE -> words.ofAnotherBed(source, records, since);
                case WAITS_FOR_THE_WARD -> words.waiting(source, records, since);
            };
        }
    }

    /// A quarantined record with its cause and patient.
    private record HeldRecord(Observed observed, HeldCause cause, Optional<PatientId> patient) {
        /// One for each patient whose ward must see it.
        static Stream<HeldRecord> of(Disposition disposition) {
            return disposition instanceof Disposition.Hold hold
                            && hold.record().reading() instanceof StreamReading.Legible(Observed observed)
                    ? HeldCause.of(hold.reason()).stream()
                            .map(cause -> new HeldRecord(observed, cause, hold.patient()))
                            .flatMap(held -> Stream.concat(Stream.of(held), held.namedPatient()))
                    : Stream.empty();
        }

        private Stream<HeldRecord> namedPatient() {
            return observed
                    .source()
                    .flatMap(PartSource::expected)
                    .filter(_ -> cause == HeldCause.PATIENTS_DIFFER)
                    .stream()
                    .map(named -> new HeldRecord(observed, HeldCause.OTHER_PATIENTS_DEVICE, Optional.of(named)));
        }

        Instant at() {
            return observed.submission().effectiveAt();
        }

        /// The device, or the sender if the record names no device.
        String source() {
            return observed.submission().subject() instanceof Subject.ByDevice(var device)
                    ? device.value()
                    : observed.submission().sender().name();
        }
    }

    private record Slot(Alerts.AlertSubject subject, HeldCause cause, String source) {}

    /// Counts the records into alerts that exist, and raises alerts for the others.
    void raise(List<Disposition> dispositions, AlertCollector alerts) {
        slots(dispositions).forEach((slot, held) -> raise(slot, held, alerts));
    }

    private void raise(Slot slot, List<HeldRecord> held, AlertCollector alerts) {
        var condition = slot.cause().condition(slot.source());
        var first = held.stream()
                .reduce(BinaryOperator.minBy(Comparator.comparing(HeldRecord::at)))
                .orElseThrow();
        var counted = new CountingAlerts.Repetition(slot.subject(), condition.key(), held.size(), first.at());
        var words = new HeldRecordWords(now, rules.hospital());
        if (!CountingAlerts.count(
                sql, counted, (records, since) -> slot.cause().wording(words, slot.source(), records, since))) {
            alerts.raise(
                    slot.subject(),
                    new Occurrence(
                            AlertRule.CONFLICTING_OBSERVATION,
                            condition,
                            slot.cause().wording(words, slot.source(), held.size(), first.at()),
                            first.at(),
                            Optional.of(first.observed().submission().id()),
                            Optional.empty()));
            raised.add(counted);
        }
    }

    /// Stores the record counts of the alerts that were raised.
    void noteCounts() {
        raised.forEach(counted -> CountingAlerts.begin(sql, counted));
    }

    private Map<Slot, List<HeldRecord>> slots(List<Disposition> dispositions) {
        var slots = new LinkedHashMap<Slot, List<HeldRecord>>();
        dispositions.stream()
                .flatMap(HeldRecord::of)
                .forEach(held -> subject(held)
                        .map(subject -> new Slot(subject, held.cause(), held.source()))
                        .ifPresent(slot -> slots.computeIfAbsent(slot, _ -> new ArrayList<>())
                                .add(held)));
        return slots;
    }

    /// Empty for a patient who is named beside another's device and has no active episode.
    private Optional<Alerts.AlertSubject> subject(HeldRecord held) {
        return held.cause() == HeldCause.OTHER_PATIENTS_DEVICE
                ? held.patient().flatMap(this::active).map(Alerts.AlertSubject::of)
                : Optional.of(owner(held));
    }

    private Optional<Episode> active(PatientId patient) {
        return Episodes.of(sql, List.of(patient)).getOrDefault(patient, List.of()).stream()
                .filter(episode -> episode.owns(Observations.EVER))
                .filter(episode -> Departures.of(sql, Set.of(episode.id())).isEmpty())
                .findFirst();
    }

    /// The episode that owns the record's time, or only the patient if there is none.
    private Alerts.AlertSubject owner(HeldRecord held) {
        return held.patient()
                .flatMap(patient -> Episodes.of(sql, List.of(patient)).getOrDefault(patient, List.of()).stream()
                        .filter(episode -> episode.owns(held.at()))
                        .findFirst())
                .map(Alerts.AlertSubject::of)
                .orElseGet(() ->
                        new Alerts.AlertSubject(Optional.empty(), held.patient(), Optional.empty(), Optional.empty()));
    }
}
