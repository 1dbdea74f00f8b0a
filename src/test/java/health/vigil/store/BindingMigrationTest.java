package health.vigil.store;

import health.vigil.embedded.TestStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Bindings of the version before, which let them begin and end in the future.
class BindingMigrationTest {
    private final String schema = "before_" + UUID.randomUUID().toString().replace("-", "");
    private final Connection connection = connect();
    private final Sql sql = new Sql(connection);

    private static String setting(String name) {
        return Optional.ofNullable(TestStack.configuration().get("quarkus.datasource." + name))
                .orElseThrow();
    }

    private static Connection connect() {
        try {
            return DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"));
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private FluentConfiguration migrations() {
        return Flyway.configure()
                .dataSource(setting("jdbc.url"), setting("username"), setting("password"))
                .schemas(schema);
    }

    @BeforeEach
    void aDatabaseOfTheVersionBefore() {
        migrations().target("5").load().migrate();
        sql.update("set search_path to " + schema + ", public");
    }

    @AfterEach
    void clear() throws SQLException {
        sql.update("drop schema " + schema + " cascade");
        connection.close();
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

        migrations().load().migrate();

        assertThat(boundNow("swapped")).contains("a");
        assertThat(boundNow("planned")).isEmpty();
        assertThat(boundNow("over")).isEmpty();
        assertThat(sql.list("select 1 as n from device_binding", row -> row.number("n")))
                .hasSize(4);
    }
}
