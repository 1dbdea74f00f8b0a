package health.vigil.ingest;

import health.vigil.ServiceTest;
import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.intake.IntakeOutcome;
import health.vigil.intake.ReadResult;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.json.Violation;
import health.vigil.observation.Content;
import health.vigil.observation.Death;
import health.vigil.observation.DeathCause;
import health.vigil.observation.Finding;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.trace.Trace;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Calls the intake like a protocol other than HTTP: without a request and without a request scope.
@ServiceTest
class IntakeTest {
    private static final PatientId PATIENT = new PatientId("over-no-http");
    private static final Content FINDING = new NeuroFinding(Finding.HEADACHE, true);

    @Inject
    Intake intake;

    private static String fresh() {
        return "t-" + UUID.randomUUID();
    }

    private static ReadResult read(String id, Content content) {
        var submission = new Submission(
                new ObservationId(new Sender("interface-engine"), id),
                new Subject.ByPatient(PATIENT),
                Instant.now(),
                content,
                Optional.empty());
        return ReadResult.Valid.of(submission, Instant.now());
    }

    /// Runs on a separate thread, so that it inherits nothing from the test.
    private Receipt accept(User user, List<ReadResult> reads) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var permit = intake.permit(1).orElseThrow()) {
            var arrival = new Arrival(user, "10.0.0.7", Instant.now(), Trace.NONE);
            return threads.submit(() -> intake.accept(arrival, permit, reads)).get();
        }
    }

    private static User user(Role role, Optional<String> device) {
        return new User("interface-engine", role, device, Wards.ALL);
    }

    @Test
    void whatIsAcceptedIsInKafkaUnderItsSendersName() throws Exception {
        var id = fresh();

        var receipt = accept(user(Role.INTEGRATION, Optional.empty()), List.of(read(id, FINDING)));

        assertThat(receipt).isInstanceOfSatisfying(Receipt.Decided.class, decided -> {
            assertThat(decided.anyAcceptable()).isTrue();
            assertThat(decided.enteredAbout()).isEmpty();
        });
        assertThat(ObservationsTopic.holding(id)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(PATIENT.value());
            assertThat(record.value()).contains("\"enteredBy\":\"interface-engine\"", "\"enteredFrom\":\"10.0.0.7\"");
        });
    }

    @Test
    void eachObservationHasItsOutcomeAtItsPlace() throws Exception {
        var unreadable = new ReadResult.Invalid(Optional.empty(), List.of(new Violation("kind", "is missing")));
        var death = read(fresh(), new Death(DeathCause.OTHER));
        var finding = read(fresh(), FINDING);

        var receipt = accept(user(Role.NURSE, Optional.empty()), List.of(unreadable, death, finding, finding));

        assertThat(receipt).isInstanceOfSatisfying(Receipt.Decided.class, decided -> {
            assertThat(decided.outcomes())
                    .hasExactlyElementsOfTypes(
                            ReadResult.Invalid.class,
                            IntakeOutcome.Forbidden.class,
                            ReadResult.Valid.class,
                            IntakeOutcome.Duplicate.class);
            assertThat(decided.enteredAbout()).isEqualTo(Set.of(PATIENT));
        });
    }

    /// No observation names a patient, so no ward is needed.
    @Test
    void whoWorksForCertainWardsIsToldTheFaultsOfWhatCannotBeRead() throws Exception {
        var nurse = new User("nurse-of-the-north", Role.NURSE, Optional.empty(), Wards.of(Set.of("north")));
        var unreadable = new ReadResult.Invalid(Optional.empty(), List.of(new Violation("kind", "is missing")));

        var receipt = accept(nurse, List.of(unreadable));

        assertThat(receipt)
                .isInstanceOfSatisfying(
                        Receipt.Decided.class,
                        decided -> assertThat(decided.outcomes()).containsExactly(unreadable));
    }

    /// A body that is larger than the whole budget is accepted when the budget is full.
    @Test
    void aDeviceThatHasSentTooMuchIsToldHowLongToWait() throws Exception {
        var device = new User(fresh(), Role.DEVICE, Optional.of("d-1"), Wards.ALL);
        ReadResult unreadable = new ReadResult.Invalid(Optional.empty(), List.of(new Violation("", "is none")));
        accept(device, Collections.nCopies(20_000, unreadable));

        var receipt = accept(device, Collections.nCopies(20_000, unreadable));

        assertThat(receipt)
                .isInstanceOfSatisfying(
                        Receipt.OverBudget.class,
                        over -> assertThat(over.untilRefill()).isPositive());
    }
}
