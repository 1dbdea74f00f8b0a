package health.vigil.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.oracle.NaiveGrading;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/// The conditions that must hold once all accepted records have been processed.
final class Audit {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Fleet fleet;
    private final StoredFacts books;
    private final Follower follower;
    private final List<String> faults = new ArrayList<>();

    Audit(Fleet fleet, StoredFacts books, Follower follower) {
        this.fleet = fleet;
        this.books = books;
        this.follower = follower;
    }

    /// Waits until nothing is in flight and checks. Returns sentences about what is wrong.
    List<String> of(List<SentPatient> patients, List<FedPatient> fed) throws SQLException, IOException {
        faults.clear();
        try {
            awaitQuiet(patients);
        } catch (ConditionTimeoutException never) {
            faults.add("not everything that was accepted was applied in time: " + summary(patients));
            return List.copyOf(faults);
        }
        for (var patient : patients) {
            onceEach(patient);
            grades(patient);
        }
        faults.addAll(new FedAudit(fleet, books).of(fed));
        stream();
        alerts();
        return List.copyOf(faults);
    }

    private void awaitQuiet(List<SentPatient> patients) {
        var ids = patients.stream().flatMap(patient -> patient.ids().stream()).toList();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> books.unread() == 0
                        && books.number("select count(*) from outbox") == 0
                        && books.number(
                                        "select count(*) from observation_identity where state = 'applied' and id ="
                                                + " any(?)",
                                        ids)
                                == ids.size()
                        && follower.last() == books.number("select last from alert_sequence"));
    }

    private String summary(List<SentPatient> patients) throws SQLException {
        var ids = patients.stream().flatMap(patient -> patient.ids().stream()).toList();
        return ids.size() + " sent, "
                + books.texts(
                        "select state || ' ' || count(*) from observation_identity where id = any(?) group by state",
                        ids)
                + ", waiting "
                + books.texts(
                        "select concat_ws(' ', reason, patient_id, detail, count(*)) from quarantine where state = 'open'"
                                + " and observation_id = any(?) group by reason, patient_id, detail",
                        ids)
                + ", unread " + books.unread()
                + ", outbox " + books.number("select count(*) from outbox")
                + ", streamed " + follower.last() + " of " + books.number("select last from alert_sequence")
                + ", partitions "
                + books.texts("select partition || ': ' || owner || ' at ' || next_offset from stream_partition");
    }

    private void onceEach(SentPatient patient) throws SQLException {
        var stored = books.texts(
                "select id from observation where patient_id = any(?) and moved_at is null order by id",
                patient.numbers());
        var sent = patient.ids().stream().sorted().toList();
        if (!stored.equals(sent)) {
            faults.add(patient.patientId() + ": sent " + sent.size() + ", stored " + stored.size());
        }
        var left = books.number(
                "select count(*) from quarantine where patient_id = any(?) and reason <> 'id-conflict' and state = 'open'",
                patient.numbers());
        if (left != 0) {
            faults.add(patient.patientId() + ": " + left + " left in quarantine");
        }
    }

    /// Compares the recorded history and the current grade with the oracle's.
    private void grades(SentPatient patient) throws SQLException, IOException {
        var times = patient.times();
        var expected = NaiveGrading.grades(patient.patient(), patient.observations(), times, Instant.now());
        var history = ToldGrades.of(books, patient.numbers());
        expected.forEach((at, grade) -> {
            same(patient, "told crs at " + at, grade.crs(), history.at("crs", at));
            same(patient, "told icans at " + at, grade.icans(), history.at("icans", at));
        });
        var last = expected.lastEntry();
        var answer = fleet.get("/v1/patients/" + patient.patientId() + "/grade?at=" + last.getKey());
        var grade = JSON.readTree(answer.body());
        same(
                patient,
                "answered crs at " + last.getKey(),
                last.getValue().crs(),
                ToldGrades.number(grade.at("/crs/grade")));
        same(
                patient,
                "answered icans at " + last.getKey(),
                last.getValue().icans(),
                ToldGrades.number(grade.at("/icans/grade")));
    }

    @SuppressWarnings("NullAway") // the oracle writes what is not known as null
    private void same(SentPatient patient, String what, Integer expected, Optional<Integer> found) {
        if (!Optional.ofNullable(expected).equals(found)) {
            faults.add(patient.patientId() + ": " + what + " should be " + expected + ", is " + found);
        }
    }

    private void stream() throws SQLException {
        none(
                "partitions whose account does not balance",
                "select count(*) from stream_partition"
                        + " where next_offset - first_offset <> applied + duplicate + quarantined + markers");
        none(
                "records kept apart without being counted, or counted without being kept",
                "select abs((select count(*) from quarantine) - (select sum(quarantined) from stream_partition))");
        none(
                "observations stored without an identity",
                "select count(*) from observation o where not exists"
                        + " (select from known_observation i where i.id = o.id and i.sender = o.sender and i.state = 'applied')");
        none(
                "episodes with more or fewer timers than one where a grade will change",
                "select count(*) from episode e where (e.next_change_at is not null)"
                        + " <> exists (select from timer t where t.kind = 'grade' and t.subject = e.id::text)");
    }

    private void alerts() throws SQLException {
        none(
                "gaps in the sequence of alert events",
                "select count(*) from (select sequence - lag(sequence, 1, 0::bigint) over (order by sequence) as step"
                        + " from alert_event) s where step <> 1");
        none(
                "alerts that were not raised exactly once, or were raised though over before they were known",
                "select count(*) from alert a left join (select alert_id, count(*) as times from alert_event"
                        + " where event = 'raised' group by alert_id) e on e.alert_id = a.id"
                        + " where coalesce(e.times, 0) <> case when a.resolution is not null and a.resolved_at = a.raised_at"
                        + " then 0 else 1 end");
        none(
                "rises in grade without an alert",
                "select count(*) from grade_change g where g.grade > coalesce(g.previous, 0) and not exists"
                        + " (select from alert a where a.patient_id = g.patient_id and a.type = g.syndrome || '-grade'"
                        + " and a.title like '% grade ' || g.grade || '%')");
        awaitAnnounced();
        faults.addAll(follower.faults());
    }

    /// Unanswered alerts escalate meanwhile, so the topic may be a little behind, but not for long.
    private void awaitAnnounced() throws SQLException {
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> books.number("select last from alert_sequence")
                            == books.relayedAlerts().size());
        } catch (ConditionTimeoutException never) {
            faults.add("the topic of alerts holds " + books.relayedAlerts().size() + " of "
                    + books.number("select last from alert_sequence") + " events");
        }
    }

    private void none(String what, String query) throws SQLException {
        var count = books.number(query);
        if (count != 0) {
            faults.add(count + " " + what);
        }
    }
}
