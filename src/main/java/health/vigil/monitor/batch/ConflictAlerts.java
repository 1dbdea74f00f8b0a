package health.vigil.monitor.batch;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertRules;
import health.vigil.alert.Condition;
import health.vigil.alert.ConflictWords;
import health.vigil.alert.Occurrence;
import health.vigil.intake.Subject;
import health.vigil.observation.PatientId;
import health.vigil.store.Alerts;
import health.vigil.store.CountingAlerts;
import health.vigil.store.Episodes;
import health.vigil.store.QuarantineReason;
import health.vigil.store.Sql;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord.Observed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/// Alerts of records whose ids were used before with other content: of each patient one of each device or account,
/// which counts.
final class ConflictAlerts {
    private final Sql sql;
    private final AlertRules rules;
    private final Instant now;
    private final List<CountingAlerts.Counted> raised = new ArrayList<>();

    ConflictAlerts(Sql sql, AlertRules rules, Instant now) {
        this.sql = sql;
        this.rules = rules;
        this.now = now;
    }

    /// A record that is put aside, and whom it is about.
    private record Conflict(Observed observed, Optional<PatientId> patient) {
        static Optional<Conflict> of(Disposition disposition) {
            return disposition instanceof Disposition.Hold hold
                            && hold.reason() == QuarantineReason.ID_CONFLICT
                            && hold.record().reading() instanceof StreamReading.Legible(Observed observed)
                    ? Optional.of(new Conflict(observed, hold.patient()))
                    : Optional.empty();
        }

        Instant at() {
            return observed.submission().effectiveAt();
        }

        /// The device, or the account where no device is named.
        String source() {
            return observed.submission().subject() instanceof Subject.ByDevice(var device)
                    ? device.value()
                    : observed.submission().sender().name();
        }
    }

    private record Slot(Alerts.Subject subject, String source) {}

    /// Counts those of a batch where an alert stands already, and raises the others.
    void raise(List<Disposition> dispositions, AlertCollector alerts) {
        slots(dispositions).forEach((slot, conflicts) -> raise(slot, conflicts, alerts));
    }

    private void raise(Slot slot, List<Conflict> conflicts, AlertCollector alerts) {
        var condition = new Condition.IdsUsedAgain(slot.source());
        var first = conflicts.stream()
                .reduce(BinaryOperator.minBy(Comparator.comparing(Conflict::at)))
                .orElseThrow();
        var counted = new CountingAlerts.Counted(slot.subject(), condition.key(), conflicts.size(), first.at());
        var words = new ConflictWords(now, rules.hospital());
        if (!CountingAlerts.count(sql, counted, (records, since) -> words.of(slot.source(), records, since))) {
            alerts.raise(
                    slot.subject(),
                    new Occurrence(
                            AlertRule.CONFLICTING_OBSERVATION,
                            condition,
                            words.of(slot.source(), conflicts.size(), first.at()),
                            first.at(),
                            Optional.of(first.observed().submission().id()),
                            Optional.empty()));
            raised.add(counted);
        }
    }

    /// Notes how many records the alerts that have been raised stand for.
    void noteCounts() {
        raised.forEach(counted -> CountingAlerts.begin(sql, counted));
    }

    private Map<Slot, List<Conflict>> slots(List<Disposition> dispositions) {
        return dispositions.stream()
                .flatMap(disposition -> Conflict.of(disposition).stream())
                .collect(Collectors.groupingBy(
                        conflict -> new Slot(subject(conflict), conflict.source()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /// The episode of the patient whom the record names.
    private Alerts.Subject subject(Conflict conflict) {
        return conflict.patient()
                .flatMap(patient -> Episodes.of(sql, List.of(patient)).getOrDefault(patient, List.of()).stream()
                        .filter(episode -> episode.owns(conflict.at()))
                        .findFirst())
                .map(Alerts.Subject::of)
                .orElseGet(() ->
                        new Alerts.Subject(Optional.empty(), conflict.patient(), Optional.empty(), Optional.empty()));
    }
}
