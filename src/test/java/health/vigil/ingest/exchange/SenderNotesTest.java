package health.vigil.ingest.exchange;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.MessageFormat;
import health.vigil.role.Schedule;
import health.vigil.store.Database;
import health.vigil.store.ExchangeSenders;
import health.vigil.store.ExchangeSenders.SenderNews;
import health.vigil.store.ExchangeSenders.StatementCounts;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.Eventually.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// What ingest notes about senders is listed, and their silence is measured.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class SenderNotesTest {
    private static final List<StatementOutcome> OUTCOMES = List.of(
            new StatementOutcome.TakenStatement(Optional.empty(), false, List.of()),
            new StatementOutcome.TakenStatement(Optional.empty(), true, List.of()),
            new StatementOutcome.IgnoredStatement(IgnoredReason.UNKNOWN_CODE),
            new StatementOutcome.ForeignStatement(ForeignReason.UNIT, Optional.empty()),
            new StatementOutcome.HiddenPatient());

    @Inject
    SenderNotes notes;

    @Inject
    Database database;

    @Inject
    Schedule schedule;

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

        await().untilAsserted(() -> assertThat(count("ignored")).isEqualTo(1));

        assertThat(listed().getString(mine("demoAt"))).isNull();
    }

    @Test
    void aMessageThatIsRefusedAsAWholeIsCounted() {
        notes.refused(user(Role.INTEGRATION), MessageFormat.HL7);
        notes.heard(user(Role.INTEGRATION), MessageFormat.HL7);

        await().untilAsserted(() -> assertThat(count("refused")).isEqualTo(1));
    }

    private void heard(Duration ago, Duration silentAfter) {
        database.execute(sql -> ExchangeSenders.add(
                sql,
                List.of(new SenderNews(
                        name,
                        MessageFormat.HL7,
                        Instant.now().minus(ago),
                        Optional.of(silentAfter),
                        StatementCounts.NONE,
                        Optional.empty(),
                        Optional.empty()))));
    }

    private Optional<Boolean> silence() {
        return database.ask(Duration.ofSeconds(5), ExchangeSenders::awaited).stream()
                .filter(sender -> sender.sender().equals(name))
                .map(ExchangeSenders.AwaitedSender::silent)
                .findFirst();
    }

    /// A silence of a day or more is told for a day, too.
    @ParameterizedTest
    @CsvSource(textBlock = """
            PT23H,   P1D,   false
            PT25H,   P1D,   true
            PT47H,   P1D,   true
            PT23H,   PT15M, true
            """)
    void aSilenceIsToldForADay(Duration ago, Duration silentAfter, boolean silent) {
        heard(ago, silentAfter);

        assertThat(silence()).contains(silent);
    }

    @Test
    void whoIsSilentForADayMoreIsOutOfService() {
        heard(Duration.ofHours(49), Duration.ofDays(1));

        assertThat(silence()).isEmpty();
    }

    private ExchangeSettings silentAfter(String time) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ExchangeSettings.class)
                .withSources(
                        new PropertiesConfigSource(Map.of("vigil.exchange.silent-after." + name, time), "test", 100))
                .build()
                .getConfigMapping(ExchangeSettings.class);
    }

    /// A sender that says nothing any more gets no other news.
    @Test
    void aChangedSettingCountsWithoutAMessage() {
        heard(Duration.ofHours(1), Duration.ofMinutes(15));

        new SenderNotes(database, silentAfter("PT2H"), schedule).write();

        assertThat(silence()).contains(false);
        new SenderNotes(database, silentAfter("PT0S"), schedule).write();
        assertThat(silence()).isEmpty();
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
