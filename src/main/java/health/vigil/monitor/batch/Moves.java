package health.vigil.monitor.batch;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertType;
import health.vigil.alert.Condition;
import health.vigil.alert.MoveWords;
import health.vigil.alert.Occurrence;
import health.vigil.history.Episode;
import health.vigil.history.RegradeRequests;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import health.vigil.store.Alerts;
import health.vigil.store.Episodes;
import health.vigil.store.Identities;
import health.vigil.store.MovedReadings;
import health.vigil.store.MovedReadings.MovedReading;
import health.vigil.store.Observations;
import health.vigil.store.OutboxMessages;
import health.vigil.store.Quarantine;
import health.vigil.store.QuarantineReason;
import health.vigil.store.Sql;
import health.vigil.stream.Author;
import health.vigil.stream.Release;
import health.vigil.stream.StreamReader;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord.DeviceRebound;
import health.vigil.stream.StreamRecord.Observed;
import health.vigil.stream.StreamWriter;
import health.vigil.stream.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Moves readings after a device binding was corrected. The partition of the wrong patient withdraws them and
/// sends them to the right patient, in one transaction. Their ids count as not applied, so that they are
/// applied once there.
final class Moves {
    private static final String DETAIL = "Its device was not bound to the patient at that time";

    private final Sql sql;
    private final Batch batch;
    private final Instant now;
    private final List<WardNotice> notices = new ArrayList<>();

    Moves(Sql sql, Batch batch, Instant now) {
        this.sql = sql;
        this.batch = batch;
        this.now = now;
    }

    /// A notice to a ward about moved readings.
    private record WardNotice(DeviceRebound rebound, PatientId patient, MoveWords.Direction direction, int readings) {}

    /// Applies a change. A repeated call changes nothing.
    boolean apply(DeviceRebound rebound, List<Episode> episodes, RegradeRequests requests) {
        var moved = MovedReadings.misplaced(sql, rebound.patient(), rebound.device(), rebound.from());
        if (!moved.isEmpty()) {
            leave(rebound, moved, requests, episodes);
        }
        var waiting = MovedReadings.takeWaiting(sql, rebound.device(), rebound.from());
        OutboxMessages.add(
                sql,
                waiting.stream()
                        .map(reading -> message(reading.patient(), later(reading)))
                        .toList());
        waiting.stream()
                .collect(Collectors.groupingBy(MovedReadings.WaitingReading::patient, Collectors.counting()))
                .forEach((patient, count) ->
                        notices.add(new WardNotice(rebound, patient, MoveWords.Direction.ADDED, count.intValue())));
        return true;
    }

    private void leave(
            DeviceRebound rebound, List<MovedReading> moved, RegradeRequests requests, List<Episode> episodes) {
        MovedReadings.leave(sql, moved, now);
        for (var reading : moved) {
            Identities.quarantine(sql, reading.observation().id(), DETAIL);
            requests.withdrawn(reading.observation(), reading.observation().id(), episodes);
        }
        OutboxMessages.add(
                sql,
                moved.stream()
                        .flatMap(reading ->
                                reading.belongsTo().stream().map(patient -> message(patient, value(reading, rebound))))
                        .toList());
        Quarantine.add(
                sql,
                moved.stream()
                        .filter(reading -> reading.belongsTo().isEmpty())
                        .map(reading -> quarantineEntry(reading, rebound))
                        .toList());
        notices.add(new WardNotice(rebound, rebound.patient(), MoveWords.Direction.WITHDRAWN, moved.size()));
        moved.stream()
                .flatMap(reading -> reading.belongsTo().stream())
                .collect(Collectors.groupingBy(patient -> patient, Collectors.counting()))
                .forEach((patient, count) ->
                        notices.add(new WardNotice(rebound, patient, MoveWords.Direction.ADDED, count.intValue())));
    }

    private static OutboxMessages.Message message(PatientId patient, String value) {
        return new OutboxMessages.Message(Topics.OBSERVATIONS, patient.value(), value);
    }

    /// The reading with a release that names the binding's correction, so that it does not count as new.
    private String value(MovedReading reading, DeviceRebound rebound) {
        var author = reading.enteredBy().map(name -> Author.recorded(name, reading.enteredFrom()));
        return StreamWriter.write(new Observed(
                reading.submission(),
                reading.observation().receivedAgain(now),
                author,
                Optional.of(new Release(rebound.id(), Optional.empty()))));
    }

    /// The same for a reading that waited in quarantine.
    private String later(MovedReadings.WaitingReading waiting) {
        var value = waiting.value();
        var released = Optional.of(new Release(waiting.entry(), Optional.empty()));
        return StreamReader.read(value.getBytes(StandardCharsets.UTF_8), now)
                                instanceof StreamReading.Legible(Observed observed)
                        && !observed.submission()
                                .effectiveAt()
                                .isAfter(observed.receivedAt().plus(Observation.CLOCK_TOLERANCE))
                ? StreamWriter.write(
                        new Observed(observed.submission(), now, observed.author(), released, observed.source()))
                : value;
    }

    private Quarantine.QuarantineEntry quarantineEntry(MovedReading reading, DeviceRebound rebound) {
        var id = reading.observation().id();
        var name = String.join("|", "moved", id.sender().name(), id.value(), now.toString());
        var source = new Quarantine.RecordSource(
                batch.claim().source().partition(),
                batch.records().getFirst().offset(),
                now,
                Optional.empty(),
                Optional.of(value(reading, rebound).getBytes(StandardCharsets.UTF_8)));
        return new Quarantine.QuarantineEntry(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                source,
                QuarantineReason.UNBOUND_DEVICE,
                "The device was not bound to a patient at that time",
                new Quarantine.RecordSubject(
                        Optional.of(id.value()),
                        Optional.of(id.sender()),
                        Optional.empty(),
                        reading.observation().device().map(Object::toString)),
                false);
    }

    /// Raises an alert in each ward with the number of readings. Neither ward sees the other's patient.
    void raise(AlertCollector alerts, ZoneId hospital) {
        var words = new MoveWords(now, hospital);
        notices.forEach(each -> Episodes.of(sql, List.of(each.patient())).values().stream()
                .flatMap(List::stream)
                .filter(episode -> episode.owns(Observations.EVER))
                .findFirst()
                .ifPresent(episode -> alerts.raise(Alerts.AlertSubject.of(episode), occurrence(each, words))));
    }

    private static Occurrence occurrence(WardNotice each, MoveWords words) {
        var device = each.rebound().device().value();
        return Occurrence.of(
                AlertRule.READINGS_MOVED,
                new Condition.Happened(
                        AlertType.DEVICE_BINDING,
                        device + "|" + each.direction() + "|" + each.rebound().id()),
                words.of(
                        device,
                        each.readings(),
                        each.direction(),
                        each.rebound().from()),
                each.rebound().from());
    }
}
