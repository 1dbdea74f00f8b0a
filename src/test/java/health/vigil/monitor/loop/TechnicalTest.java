package health.vigil.monitor.loop;

import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A fault of the service raises one alert, however often it is checked. No other rounds run here.
class TechnicalTest {
    private final MonitorBench bench = MonitorBench.shared();
    private final MonitoredWard ward = bench.ward();

    /// Runs the rounds like a replica that has just started.
    private void look() {
        bench.rounds().run();
    }

    private long openAlerts(String condition) {
        return ward.count("alert where condition = ? and state <> 'resolved' and clears_at is null", condition);
    }

    private long raisedEvents(String condition) {
        return ward.count(
                "alert_event e join alert a on a.id = e.alert_id where a.condition = ? and a.state <> 'resolved'"
                        + " and e.event = 'raised'",
                condition);
    }

    private void waitForKafka() {
        ward.change("insert into outbox (topic, key, value, created_at)"
                + " values ('vigil.grades', 'x', '{}', clock_timestamp() - interval '2 minutes')");
    }

    @Test
    void whatWaitsForKafkaForTooLongIsToldUntilItIsGone() {
        waitForKafka();

        look();
        look();

        assertThat(openAlerts("technical:outbox-late")).isEqualTo(1);
        assertThat(raisedEvents("technical:outbox-late")).isEqualTo(1);
        ward.change("delete from outbox");
        look();
        assertThat(openAlerts("technical:outbox-late")).isZero();
    }

    /// After a rollback an alert of the newer release may be unresolved.
    @Test
    void anAlertWhoseTypeIsNotKnownDoesNotStopTheRound() {
        var condition = "technical:of-a-newer-release";
        ward.change(
                "insert into alert (id, type, rule, priority, title, detail, condition, raised_at, effective_at, state)"
                        + " values (gen_random_uuid(), 'of-a-newer-release', 'of-a-newer-release', 'low', 'title',"
                        + " 'detail', ?, clock_timestamp(), clock_timestamp(), 'open')",
                condition);
        waitForKafka();

        look();

        assertThat(openAlerts("technical:outbox-late")).isEqualTo(1);
        assertThat(openAlerts(condition)).isEqualTo(1);
        ward.change("delete from alert where condition = ?", condition);
        ward.change("delete from outbox");
        look();
        assertThat(openAlerts("technical:outbox-late")).isZero();
    }

    @Test
    void aQuarantineThatGrowsIsToldUntilSomebodySettlesIt() {
        for (int record = 0; record < 10; record++) {
            ward.change(
                    "insert into quarantine (id, partition, \"offset\", received_at, reason, detail)"
                            + " values (?, 0, 0, clock_timestamp(), 'unreadable', 'technical')",
                    UUID.randomUUID());
        }

        look();
        look();

        assertThat(openAlerts("technical:quarantine-growing")).isEqualTo(1);
        assertThat(raisedEvents("technical:quarantine-growing")).isEqualTo(1);
        ward.change("update quarantine set state = 'discarded' where state = 'open'");
        look();
        assertThat(openAlerts("technical:quarantine-growing")).isZero();
    }

    @Test
    void whatWaitsForAnAdmissionIsToldOnceForEachSenderUntilItIsSettled() {
        for (var sender : new String[] {"lab-a", "lab-a", "lab-b"}) {
            ward.change(
                    "insert into quarantine (id, partition, \"offset\", received_at, reason, detail, sender, patient_id)"
                            + " values (?, 0, 0, clock_timestamp() - interval '3 minutes', 'no-episode', 'technical', ?,"
                            + " '0012345')",
                    UUID.randomUUID(),
                    sender);
        }

        look();
        look();

        assertThat(openAlerts("technical:unknown-patient:lab-a")).isEqualTo(1);
        assertThat(raisedEvents("technical:unknown-patient:lab-a")).isEqualTo(1);
        assertThat(openAlerts("technical:unknown-patient:lab-b")).isEqualTo(1);
        assertThat(ward.count(
                        "alert where condition = ? and state <> 'resolved' and priority = 'medium'"
                                + " and detail like '2 records of lab-a since % under 0012345.%'",
                        "technical:unknown-patient:lab-a"))
                .isEqualTo(1);
        ward.change("update quarantine set state = 'discarded' where state = 'open'");
        look();
        assertThat(openAlerts("technical:unknown-patient:lab-a")).isZero();
    }

    @Test
    void whatHasJustComeForAPatientWhomNobodyAdmittedIsNotToldYet() {
        ward.change(
                "insert into quarantine (id, partition, \"offset\", received_at, reason, detail, sender, patient_id)"
                        + " values (gen_random_uuid(), 0, 0, clock_timestamp(), 'no-episode', 'technical', 'lab-c', 'p')");

        look();

        assertThat(openAlerts("technical:unknown-patient:lab-c")).isZero();
        ward.change("update quarantine set state = 'discarded' where state = 'open'");
    }

    /// What ingest notes about a sender.
    private void noteSender(String sender, String fault, String ago) {
        ward.change(
                "insert into exchange_sender (sender, format, first_heard_at, heard_at, taken, duplicate, ignored, unread,"
                        + " refused, " + fault + ")"
                        + " values (?, 'hl7', clock_timestamp(), clock_timestamp(), 0, 0, 0, 0, 0,"
                        + " clock_timestamp() - ?::interval)",
                sender,
                ago);
    }

    private void forgetSenders() {
        ward.change("delete from exchange_sender");
    }

    @Test
    void aClockThatIsTooLateIsToldOnceForEachSender() {
        noteSender("monitors-a", "late_clock_at", "10 minutes");
        noteSender("monitors-b", "late_clock_at", "2 hours");

        look();
        look();

        assertThat(openAlerts("technical:feed-clock:monitors-a")).isEqualTo(1);
        assertThat(raisedEvents("technical:feed-clock:monitors-a")).isEqualTo(1);
        assertThat(ward.count(
                        "alert where condition = ? and state <> 'resolved' and priority = 'low'"
                                + " and detail like 'Readings of monitors-a are too old%'",
                        "technical:feed-clock:monitors-a"))
                .isEqualTo(1);
        assertThat(openAlerts("technical:feed-clock:monitors-b")).isZero();
        assertThat(openAlerts("technical:demo-data:monitors-a")).isZero();
        forgetSenders();
        look();
        assertThat(openAlerts("technical:feed-clock:monitors-a")).isZero();
    }

    @Test
    void demonstrationDataAreToldOnceForEachSender() {
        noteSender("monitors-c", "demo_at", "10 minutes");

        look();
        look();

        assertThat(openAlerts("technical:demo-data:monitors-c")).isEqualTo(1);
        assertThat(raisedEvents("technical:demo-data:monitors-c")).isEqualTo(1);
        assertThat(openAlerts("technical:feed-clock:monitors-c")).isZero();
        forgetSenders();
        look();
        assertThat(openAlerts("technical:demo-data:monitors-c")).isZero();
    }

    @Test
    void aWebhookThatIsNotReachedIsToldUntilItIsRemoved() {
        var webhook = UUID.randomUUID();
        waitForKafka();
        look();
        ward.change(
                "insert into webhook (id, url, secret, created_by, created_at) values (?, 'https://x', '', 'admin', now())",
                webhook);
        ward.change(
                "insert into webhook_delivery (webhook_id, sequence, priority, attempts, created_at, due_at)"
                        + " select ?, max(sequence), 'low', 1, now() - interval '11 minutes', now() from alert_event",
                webhook);

        look();
        look();

        assertThat(openAlerts("technical:delivery-late:" + webhook)).isEqualTo(1);
        assertThat(raisedEvents("technical:delivery-late:" + webhook)).isEqualTo(1);
        ward.change("update webhook set removed_at = now() where id = ?", webhook);
        look();
        assertThat(openAlerts("technical:delivery-late:" + webhook)).isZero();
        ward.change("delete from outbox");
    }
}
