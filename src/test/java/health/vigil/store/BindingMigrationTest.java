package health.vigil.store;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Bindings of the previous version, which could begin and end in the future.
class BindingMigrationTest {
    private final OlderSchema schema = OlderSchema.at("5");
    private final Sql sql = schema.sql();

    @AfterEach
    void clear() throws SQLException {
        schema.close();
    }

    private void bound(String device, String patient, String interval) {
        sql.update(
                "insert into device_binding (id, device_id, patient_id, valid, bound_by)"
                        + " values (gen_random_uuid(), ?, ?, " + interval + ", 'nurse')",
                device,
                patient);
    }

    private Optional<String> boundNow(String device) {
        return sql.first(
                "select patient_id from device_binding where device_id = ? and upper_inf(valid) and valid @> now()",
                row -> row.text("patient_id"),
                device);
    }

    @Test
    void whatEndsInTheFutureLastsAndWhatHasNotBegunIsTakenBack() {
        bound("swapped", "a", "tstzrange(now() - interval '1 day', now() + interval '1 day')");
        bound("swapped", "b", "tstzrange(now() + interval '1 day', null)");
        bound("planned", "b", "tstzrange(now() + interval '1 day', null)");
        bound("over", "a", "tstzrange(now() - interval '2 days', now() - interval '1 day')");

        schema.upgrade();

        assertThat(boundNow("swapped")).contains("a");
        assertThat(boundNow("planned")).isEmpty();
        assertThat(boundNow("over")).isEmpty();
        assertThat(sql.list("select 1 as n from device_binding", row -> row.number("n")))
                .hasSize(4);
    }
}
