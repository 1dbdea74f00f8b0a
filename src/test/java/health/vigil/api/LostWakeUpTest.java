package health.vigil.api;

import health.vigil.ServiceTest;
import health.vigil.access.As;
import health.vigil.access.Role;
import health.vigil.api.alert.AlertListener;
import health.vigil.store.Database;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

/// A process commits and dies before it wakes the workers: the message is still passed on.
@ServiceTest
@SuppressWarnings("NullAway.Init")
class LostWakeUpTest {
    @Inject
    DataSource source;

    @Inject
    Database database;

    @Test
    void theAlertIsHeardDeliveredAndRelayedAllTheSame() throws IOException {
        var patient = AdmittedPatient.justNow();
        try (var receiver = new Receiver(patient.ward());
                var stream = AlertListener.to(As.token(Role.DASHBOARD), "?ward=" + patient.ward(), Map.of())) {
            var alert = new MonitorWrites(new Database(source)).raisedAtOnce(patient);

            stream.awaitEvents(1);
            assertThat(stream.events().getFirst().alertId()).isEqualTo(alert.toString());
            await().untilAsserted(
                            () -> assertThat(receiver.bodies()).anyMatch(body -> body.contains(alert.toString())));
            await().until(() -> isRelayed(alert.toString()));
        }
    }

    private boolean isRelayed(String alert) {
        return database.read(sql -> sql.list(
                        "select number from outbox where value like ?", row -> row.number("number"), "%" + alert + "%")
                .isEmpty());
    }
}
