package health.vigil.api;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertTable;
import health.vigil.alert.Condition;
import health.vigil.alert.Occurrence;
import health.vigil.observation.Content;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.PatientId;
import health.vigil.store.AlertLog;
import health.vigil.store.Alerts;
import health.vigil.store.Database;
import health.vigil.store.Observations;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Writes what the monitor would write, with the monitor's own code, for tests of the API.
@ApplicationScoped
public class MonitorWrites {
    private final Database database;

    MonitorWrites(Database database) {
        this.database = database;
    }

    public void insert(List<Observation> observations) {
        database.execute(sql -> {
            Observations.insert(
                    sql,
                    observations.stream()
                            .map(each -> new Observations.ObservationEntry(
                                    each,
                                    Optional.empty(),
                                    Optional.of("nurse"),
                                    Optional.of("127.0.0.1"),
                                    Optional.empty(),
                                    Optional.empty()))
                            .toList());
            observations.forEach(each -> sql.update(
                    "insert into observation_identity (id, content_hash, patient_id, effective_at, kind, state)"
                            + " values (?, ''::bytea, ?, ?, ?, 'applied')",
                    each.id().value(),
                    each.patientId().value(),
                    each.effectiveAt(),
                    each.content().kind()));
        });
    }

    public void retract(ObservationId id) {
        database.execute(sql ->
                sql.update("update observation set retracted_at = ? where id = ?", MicrosecondClock.now(), id.value()));
    }

    public static Observation observation(AdmittedPatient patient, Instant at, Content content) {
        return new Observation(
                ObservationIds.of("o-" + UUID.randomUUID()),
                new PatientId(patient.patientId()),
                at,
                Instant.now(),
                content);
    }

    /// Raises an alert of low priority.
    public UUID raise(AdmittedPatient patient) {
        return raise(patient, AlertRule.EARLY_SIGN);
    }

    /// Raises an alert of high priority.
    public UUID raisedAtOnce(AdmittedPatient patient) {
        return raise(patient, AlertRule.STATUS_EPILEPTICUS);
    }

    private UUID raise(AdmittedPatient patient, AlertRule rule) {
        var id = UUID.randomUUID();
        var now = MicrosecondClock.now();
        var subject = new Alerts.AlertSubject(
                Optional.of(UUID.fromString(patient.episodeId())),
                Optional.of(new PatientId(patient.patientId())),
                Optional.of(patient.ward()),
                Optional.of("12"));
        var occurrence = new Occurrence(
                rule,
                new Condition.Happened(rule.type(), id.toString()),
                new Occurrence.Wording("Early neurological sign", "Tremor"),
                now,
                Optional.empty(),
                Optional.empty());
        database.execute(sql -> {
            Alerts.raise(sql, List.of(new Alerts.NewAlert(id, subject, occurrence, AlertTable.DEFAULT.row(rule), now)));
            AlertLog.append(sql, List.of(id), AlertLog.Event.RAISED, now);
        });
        return id;
    }

    public void resolve(UUID alert) {
        database.execute(sql -> resolve(sql, alert));
    }

    /// Resolves an alert in a transaction of the test.
    public static void resolve(Sql sql, UUID alert) {
        Alerts.resolve(sql, List.of(alert), MicrosecondClock.now());
        AlertLog.append(sql, List.of(alert), AlertLog.Event.RESOLVED, MicrosecondClock.now());
    }
}
