package health.vigil.ingest.exchange;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.MessageFormat;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// What ingest notes about senders is listed, and their silence is measured.
@ServiceTest
class SenderNotesTest {
    private static final List<StatementOutcome> OUTCOMES = List.of(
            new StatementOutcome.TakenStatement(Optional.empty(), false, List.of()),
            new StatementOutcome.TakenStatement(Optional.empty(), true, List.of()),
            new StatementOutcome.IgnoredStatement(IgnoredReason.UNKNOWN_CODE),
            new StatementOutcome.ForeignStatement(ForeignReason.UNIT, Optional.empty()),
            new StatementOutcome.HiddenPatient());

    @Inject
    SenderNotes notes;

    @TestHTTPResource(value = "/", management = true)
    URI management = URI.create("http://localhost");

    private final String name = "sender-" + UUID.randomUUID();

    private User user(Role role) {
        return new User(name, role, Optional.empty(), Wards.ALL);
    }

    private JsonPath listed() {
        return As.role(Role.ADMIN).get("/v1/senders").jsonPath();
    }

    /// A number of the sender; null until it is listed.
    private @Nullable Integer count(String field) {
        return listed().get(mine(field));
    }

    private String mine(String field) {
        return "items.find { it.sender == '" + name + "' }." + field;
    }

    @Test
    void eachOutcomeIsCountedFromAllTurns() {
        var before = Instant.now().minusSeconds(1);
        notes.count(user(Role.INTEGRATION), MessageFormat.FHIR, OUTCOMES);
        await().untilAsserted(() -> assertThat(count("taken")).isEqualTo(1));
        notes.count(user(Role.INTEGRATION), MessageFormat.FHIR, OUTCOMES);
        notes.count(user(Role.INTEGRATION), MessageFormat.FHIR, List.of(OUTCOMES.getFirst()));

        await().untilAsserted(() -> assertThat(count("taken")).isEqualTo(3));

        var list = listed();
        for (var outcome : List.of("duplicate", "ignored", "unread", "refused")) {
            assertThat(list.getLong(mine(outcome))).as(outcome).isEqualTo(2);
        }
        assertThat(list.getString(mine("format"))).isEqualTo("fhir");
        assertThat(Instant.parse(list.getString(mine("heardAt")))).isAfter(before);
        assertThat(list.getString(mine("silentAfterSeconds"))).isNull();
        assertThat(list.getBoolean(mine("silent"))).isFalse();
        assertThat(list.getString(mine("lateClockAt"))).isNull();
        assertThat(list.getString(mine("demoAt"))).isNull();
    }

    @Test
    void aLateClockAndADemonstrationAreNotedOfHl7() {
        notes.count(
                user(Role.DEVICE),
                MessageFormat.HL7,
                List.of(
                        new StatementOutcome.ForeignStatement(ForeignReason.CLOCK, Optional.of("OBX[1].14")),
                        new StatementOutcome.IgnoredStatement(IgnoredReason.TEST_DATA)));

        await().untilAsserted(
                        () -> assertThat(listed().getString(mine("demoAt"))).isNotNull());

        assertThat(listed().getString(mine("lateClockAt"))).isNotNull();
    }

    /// A test system of FHIR says on purpose that its data are for a test.
    @Test
    void testDataOfFhirAreNoDemonstration() {
        notes.count(
                user(Role.INTEGRATION),
                MessageFormat.FHIR,
                List.of(new StatementOutcome.IgnoredStatement(IgnoredReason.TEST_DATA)));

        await().untilAsserted(
                        () -> assertThat(count("ignored")).isEqualTo(1));

        assertThat(listed().getString(mine("demoAt"))).isNull();
    }

    @Test
    void theSilenceOfAGatewayIsMeasured() {
        notes.heard(user(Role.DEVICE), MessageFormat.HL7);

        await().untilAsserted(() -> {
            assertThat(count("silentAfterSeconds")).isEqualTo(900);
            assertThat(given().get(management.resolve("/q/metrics")).asString())
                    .contains("vigil_exchange_silent{format=\"hl7\",sender=\"" + name + "\"} 0.0");
        });
    }
}
