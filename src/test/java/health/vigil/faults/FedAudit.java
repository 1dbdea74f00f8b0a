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
import java.util.TreeSet;
import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/// What must hold of patients whose facts another system reported: what stands is what a nurse entered for the
/// twin, and the grades are the same, also as the oracle finds them.
final class FedAudit {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration SETTLED = Duration.ofMinutes(1);
    private static final String STANDING = " from observation where patient_id = ? and retracted_at is null"
            + " and moved_at is null and kind <> 'retraction'";
    private static final String DIFFERENCE = "select count(*) from (select kind, effective_at, content - 'infusionId'"
            + STANDING + " except all select kind, effective_at, content - 'infusionId'" + STANDING + ") d";

    private final Fleet fleet;
    private final StoredFacts books;
    private final List<String> faults = new ArrayList<>();

    FedAudit(Fleet fleet, StoredFacts books) {
        this.fleet = fleet;
        this.books = books;
    }

    /// Sentences about what is wrong, once everything that was accepted was applied.
    List<String> of(List<FedPatient> patients) throws SQLException, IOException {
        for (var patient : patients) {
            stands(patient);
            grades(patient, patient.patientId());
            grades(patient, patient.twinId());
            sameGrades(patient);
        }
        return List.copyOf(faults);
    }

    private long standing(String number) throws SQLException {
        return books.number("select count(*)" + STANDING, number);
    }

    /// Retractions of what no longer stands go through the stream, so they may take a moment.
    private void stands(FedPatient patient) throws SQLException {
        var expected = patient.standing(patient.twinId()).size();
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> standing(patient.twinId()) == expected && standing(patient.patientId()) == expected);
        } catch (ConditionTimeoutException never) {
            faults.add(patient.patientId() + ": " + expected + " facts should stand, there are "
                    + standing(patient.patientId()) + ", and " + standing(patient.twinId()) + " of the twin");
        }
        var lost = books.number(DIFFERENCE, patient.twinId(), patient.patientId());
        var more = books.number(DIFFERENCE, patient.patientId(), patient.twinId());
        if (lost != 0 || more != 0) {
            faults.add(patient.patientId() + ": " + lost + " facts of the twin are missing, " + more + " are others");
        }
        var left = books.number(
                "select count(*) from quarantine where state = 'open' and patient_id = any(?)",
                List.of(patient.patientId(), patient.twinId()));
        if (left != 0) {
            faults.add(patient.patientId() + ": " + left + " left in quarantine");
        }
    }

    private void grades(FedPatient patient, String number) throws SQLException, IOException {
        var expected = NaiveGrading.grades(patient.patient(), patient.forOracle(), patient.times(), Instant.now());
        var history = ToldGrades.of(books, List.of(number));
        expected.forEach((at, grade) -> {
            same(number + ": told crs at " + at, grade.crs(), history.at("crs", at));
            same(number + ": told icans at " + at, grade.icans(), history.at("icans", at));
        });
        var last = expected.lastEntry();
        var answer = new ObjectMapper()
                .readTree(fleet.get("/v1/patients/" + number + "/grade?at=" + last.getKey())
                        .body());
        same(number + ": answered crs", last.getValue().crs(), ToldGrades.number(answer.at("/crs/grade")));
        same(number + ": answered icans", last.getValue().icans(), ToldGrades.number(answer.at("/icans/grade")));
    }

    /// At every time at which the grade of one of them changes. What changes by itself now may be told of one
    /// first.
    private void sameGrades(FedPatient patient) throws SQLException {
        var fed = ToldGrades.of(books, List.of(patient.patientId()));
        var twin = ToldGrades.of(books, List.of(patient.twinId()));
        for (var syndrome : List.of("crs", "icans")) {
            var times = new TreeSet<>(fed.times(syndrome));
            times.addAll(twin.times(syndrome));
            for (var at : times.headSet(Instant.now().minus(SETTLED))) {
                if (!fed.at(syndrome, at).equals(twin.at(syndrome, at))) {
                    faults.add(patient.patientId() + ": " + syndrome + " at " + at + " is " + fed.at(syndrome, at)
                            + ", of the twin " + twin.at(syndrome, at));
                }
            }
        }
    }

    @SuppressWarnings("NullAway") // the oracle writes what is not known as null
    private void same(String what, Integer expected, Optional<Integer> found) {
        if (!Optional.ofNullable(expected).equals(found)) {
            faults.add(what + " should be " + expected + ", is " + found);
        }
    }
}
