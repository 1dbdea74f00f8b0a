package health.vigil.store;

import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.store.Identities.Identity;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Identities that the previous version stored, without senders, are still found. So are those that its pods store
/// during the upgrade.
class IdentityMigrationTest {
    private static final Sender GATEWAY = new Sender("gateway");
    private static final Sender LAB = new Sender("lab");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final String HASH = "aa";

    private final OlderSchema schema = OlderSchema.at("3");
    private final Sql sql = schema.sql();

    @AfterEach
    void clear() throws SQLException {
        schema.close();
    }

    private void insertApplied(String id, Optional<String> enteredBy) {
        insertIdentity(id, "applied");
        sql.update(
                "insert into observation (patient_id, effective_at, id, kind, received_at, content, entered_by, graded)"
                        + " values ('p-1', ?, ?, 'vital-signs', ?, '{}', ?, true)",
                AT,
                id,
                AT,
                enteredBy);
    }

    private void insertIdentity(String id, String state) {
        sql.update(
                "insert into observation_identity (id, content_hash, patient_id, effective_at, kind, state)"
                        + " values (?, decode(?, 'hex'), 'p-1', ?, 'vital-signs', ?)",
                id,
                HASH,
                AT,
                state);
    }

    private void putAside(String id, String value) {
        insertIdentity(id, "quarantined");
        sql.update(
                "insert into quarantine (id, partition, \"offset\", received_at, reason, detail, value, observation_id)"
                        + " values (?, 0, 0, ?, 'no-episode', 'none', ?, ?)",
                UUID.randomUUID(),
                AT,
                value.getBytes(UTF_8),
                id);
    }

    private static Identity identity(Sender sender, String id, String hash) {
        return new Identity(
                new ObservationId(sender, id),
                hash,
                Optional.of(new PatientId("p-1")),
                AT,
                Kind.VITAL_SIGNS,
                Optional.empty());
    }

    private boolean isNew(Sender sender, String id, String hash) {
        var fresh = Identities.claim(sql, List.of(identity(sender, id, hash)));
        return fresh.contains(new ObservationId(sender, id));
    }

    private Optional<String> text(String query, Object... arguments) {
        return sql.first(query, row -> row.optionalText("t"), arguments).flatMap(found -> found);
    }

    @Test
    void whatWasAppliedIsKnownByWhoEnteredIt() {
        insertApplied("a", Optional.of("gateway"));
        insertApplied("b", Optional.empty());
        schema.upgrade();

        assertThat(isNew(GATEWAY, "a", HASH)).isFalse();
        assertThat(isNew(Sender.STREAM, "b", HASH)).isFalse();
        assertThat(isNew(LAB, "a", HASH)).isTrue();
        assertThat(isNew(LAB, "a", HASH)).isFalse();
        assertThat(Identities.known(sql, List.of(new ObservationId(GATEWAY, "a"), new ObservationId(LAB, "a"))))
                .hasSize(2);
        assertThat(text("select sender as t from observation where id = 'b'")).contains("(stream)");
    }

    @Test
    void whatAPodOfTheVersionBeforeStoresIsKnownTheSameWay() {
        schema.upgrade();
        insertApplied("a", Optional.of("gateway"));

        assertThat(isNew(GATEWAY, "a", HASH)).isFalse();
        assertThat(isNew(LAB, "a", "bb")).isTrue();
    }

    @Test
    void whatWasPutAsideIsWhoseTheSameContentComesFrom() {
        putAside("q", "{\"id\":\"q\",\"enteredBy\":\"lab\"}");
        putAside("broken", "{");
        schema.upgrade();

        assertThat(text("select sender as t from quarantine where observation_id = 'q'"))
                .contains("lab");
        assertThat(text("select sender as t from quarantine where observation_id = 'broken'"))
                .contains("(stream)");
        assertThat(isNew(GATEWAY, "q", "bb")).isTrue();
        assertThat(isNew(LAB, "q", HASH)).isFalse();
        assertThat(Identities.known(sql, List.of(new ObservationId(LAB, "q"))).values())
                .singleElement()
                .satisfies(found -> assertThat(found.hash()).isEqualTo(HASH));
    }

    @Test
    void aRetractionKeepsItsTargetAndOneWithoutATargetStaysOpen() {
        insertApplied("a", Optional.of("gateway"));
        insertApplied("r", Optional.of("nurse"));
        insertApplied("s", Optional.of("nurse"));
        var named =
                "insert into retraction (target_id, retraction_id, patient_id, received_at) values (?, ?, 'p-1', ?)";
        sql.update(named, "a", "r", AT);
        sql.update(named, "later", "s", AT);
        schema.upgrade();

        assertThat(text("select target_sender as t from retraction where retraction_id = 'r'"))
                .contains("gateway");
        assertThat(text("select sender as t from retraction where retraction_id = 'r'"))
                .contains("nurse");
        assertThat(text("select target_sender as t from retraction where retraction_id = 's'"))
                .isEmpty();
    }

    /// The key of the previous version allowed one observation per id, patient and time.
    @Test
    void twoSendersMayUseOneIdForOnePatientAndTime() {
        schema.upgrade();
        insertApplied("a", Optional.of("gateway"));
        assertThat(isNew(LAB, "a", HexFormat.of().formatHex(new byte[] {1}))).isTrue();

        sql.update(
                "insert into observation (patient_id, effective_at, id, kind, received_at, content, entered_by, graded)"
                        + " select patient_id, effective_at, id, kind, received_at, content, 'lab', graded from observation");

        assertThat(text("select string_agg(sender, ',' order by sender) as t from observation where id = 'a'"))
                .contains("gateway,lab");
        assertThat(Identities.byId(sql, List.of("a")).get("a")).hasSize(2);
    }
}
