package health.vigil.monitor.batch;

import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import health.vigil.store.MachineEntries.MachineEntry;
import health.vigil.store.Quarantine;
import health.vigil.store.QuarantineReason;
import health.vigil.stream.StreamReader;
import health.vigil.stream.StreamReading;
import health.vigil.stream.StreamRecord;
import health.vigil.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MachineAuditTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final MachineEntry GATEWAY_OF_A = new MachineEntry(
            Optional.of("gateway"),
            Optional.of("integration"),
            Optional.of(new PatientId("a")),
            Optional.of("10.0.0.7"));

    private final MachineAudit audit = new MachineAudit();

    private static IncomingRecord incoming(String patient, String author) {
        return incoming(patient, "\"kind\":\"vital-signs\",\"temperature\":38", author);
    }

    private static IncomingRecord incoming(String patient, String content, String author) {
        var value = "{\"id\":\"o-1\",\"patientId\":\"%s\",\"effectiveAt\":\"%s\",%s%s}"
                .formatted(patient, NOON, content, author);
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var source = new Quarantine.RecordSource(0, 0, NOON, Optional.empty(), Optional.of(bytes));
        return new IncomingRecord(source, Optional.empty(), StreamReader.read(bytes, NOON), Trace.NONE, true);
    }

    private static String by(String account, String role, String address) {
        return ",\"enteredBy\":\"%s\",\"enteredByRole\":\"%s\",\"enteredFrom\":\"%s\""
                .formatted(account, role, address);
    }

    private static Disposition apply(IncomingRecord record) {
        if (!(record.reading() instanceof StreamReading.Legible(StreamRecord.Observed observed))) {
            throw new IllegalArgumentException("not an observation");
        }
        var submission = observed.submission();
        var patient = submission.subject() instanceof health.vigil.intake.Subject.ByPatient(var id)
                ? id
                : new PatientId("nobody");
        return new Disposition.Apply(
                record,
                observed,
                new Observation(submission.id(), patient, submission.effectiveAt(), NOON, submission.content()),
                List.of(),
                submission.withdraws());
    }

    private List<MachineEntry> audited(Instant now, Disposition... dispositions) {
        var news = audit.of(List.of(dispositions), now);
        audit.remember(news);
        return news.posts();
    }

    @Test
    void aMachineIsToldOnceAnHourForEachPatientAndAddress() {
        var here = apply(incoming("a", by("gateway", "integration", "10.0.0.7")));
        var elsewhere = apply(incoming("a", by("gateway", "integration", "10.0.0.8")));
        var another = apply(incoming("b", by("gateway", "integration", "10.0.0.7")));

        assertThat(audited(NOON, here, here)).containsExactly(GATEWAY_OF_A);
        assertThat(audited(NOON.plus(Duration.ofMinutes(59)), here, elsewhere, another))
                .hasSize(2)
                .doesNotContain(GATEWAY_OF_A);
        assertThat(audited(NOON.plus(Duration.ofMinutes(60)), here)).containsExactly(GATEWAY_OF_A);
    }

    @Test
    void whoInventsPatientsIsRememberedForSomeOfThem() {
        for (int patient = 0; patient < 60_000; patient++) {
            audited(NOON, apply(incoming("p-" + patient, by("gateway", "integration", "10.0.0.7"))));
        }

        assertThat(audit.size()).isEqualTo(50_000);
        assertThat(audited(NOON, apply(incoming("p-0", by("gateway", "integration", "10.0.0.7")))))
                .hasSize(1);
        assertThat(audited(NOON, apply(incoming("p-59999", by("gateway", "integration", "10.0.0.7")))))
                .isEmpty();
    }

    @Test
    void whatIsOverIsForgotten() {
        audited(NOON, apply(incoming("a", by("gateway", "integration", "10.0.0.7"))));

        audited(NOON.plus(Duration.ofMinutes(60)), apply(incoming("b", by("gateway", "integration", "10.0.0.7"))));

        assertThat(audit.size()).isEqualTo(1);
    }

    @Test
    void whatWasNotCommittedWasNotTold() {
        var disposition = apply(incoming("a", by("gateway", "integration", "10.0.0.7")));

        audit.of(List.of(disposition), NOON);

        assertThat(audited(NOON.plusSeconds(1), disposition)).containsExactly(GATEWAY_OF_A);
    }

    @Test
    void whatAPersonEntersIsNotAMachines() {
        assertThat(audited(NOON, apply(incoming("a", by("ada", "nurse", "10.0.0.9")))))
                .isEmpty();
    }

    @Test
    void whatWasWrittenToTheStreamDirectlyIsNobodys() {
        assertThat(audited(NOON, apply(incoming("a", ""))))
                .containsExactly(new MachineEntry(
                        Optional.empty(), Optional.empty(), Optional.of(new PatientId("a")), Optional.empty()));
    }

    @Test
    void eachClinicalEntryOfAnUnverifiedAuthorIsTold() {
        var bolus = apply(incoming(
                "a",
                "\"kind\":\"fluid-bolus\",\"volume\":500,\"reason\":\"hypotension\"",
                by("ada", "unverified", "vigil.observations")));
        var entry = new MachineEntry(
                Optional.of("ada"), Optional.of("unverified"), Optional.of(new PatientId("a")), Optional.empty());

        assertThat(audited(NOON, bolus, bolus)).containsExactly(entry, entry);
        assertThat(audited(NOON.plusSeconds(1), bolus)).containsExactly(entry);
    }

    @Test
    void whatIsHeldBackIsToldWithWhomItNames() {
        var held = new Disposition.Hold(
                incoming("a", by("gateway", "integration", "10.0.0.7")),
                QuarantineReason.ID_CONFLICT,
                "Other content",
                Optional.empty());

        assertThat(audited(NOON, held)).containsExactly(GATEWAY_OF_A);
    }

    @Test
    void aRepeatIsNoWrite() {
        assertThat(audited(NOON, new Disposition.Repeat(incoming("a", by("gateway", "integration", "10.0.0.7")))))
                .isEmpty();
    }
}
