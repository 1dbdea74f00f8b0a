package health.vigil.hl7;

import health.vigil.exchange.Person;
import health.vigil.exchange.Place;
import health.vigil.exchange.StayReport;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static health.vigil.hl7.Hl7Messages.LABORATORY;
import static health.vigil.hl7.Hl7Messages.line;
import static health.vigil.hl7.Hl7Messages.read;
import static org.assertj.core.api.Assertions.assertThat;

/// What events of registration say about stays.
class AdtReaderTest {
    private static final String PID = "PID|1||p-1^^^HOSP^MR||Ward^Ada^May||19680402|F";
    private static final String PV1 = "PV1|1|I|HEM^2^12^HOSP" + "|".repeat(16) + "v-1^^^HOSP^VN";

    private static String event(String trigger, String... segments) {
        return "MSH|^~\\&|ADT|H|||20260302100500+0100||ADT^" + trigger + "|1|P|2.5\rEVN|" + trigger
                + "|20260302100000\r" + String.join("\r", segments);
    }

    private static List<StayReport> reports(String message) {
        return ((Hl7Result.Stays) read(message, LABORATORY)).reports();
    }

    @ParameterizedTest
    @CsvSource({
        "A01, admitted",
        "A04, admitted",
        "A05, planned",
        "A08, updated",
        "A31, updated",
        "A02, moved",
        "A12, moved",
        "A03, ended",
        "A11, cancelled",
        "A13, reopened",
        "A60, nothing: other-type",
        "A17, nothing: other-type"
    })
    void aTriggerIsAChange(String trigger, String change) {
        assertThat(line(event(trigger, PID, PV1), LABORATORY)).isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource({
        "A01, P, '', planned",
        "A04, P, '', planned",
        "A08, P, '', planned",
        "A02, P, '', moved",
        "A08, I, 209901010000, planned",
        "A04, O, 209901010000, planned",
        "A01, I, 209901010000, admitted",
        "A04, O, 202603020900, admitted"
    })
    void aPatientWhoHasNotComeIsPlanned(String trigger, String category, String from, String change) {
        var pv1 = PV1.replace("|I|", "|" + category + "|") + "|".repeat(25) + from;

        assertThat(line(event(trigger, PID, pv1), LABORATORY)).isEqualTo(change);
    }

    @Test
    void anEventHasTheFactsOfTheStay() {
        assertThat(reports(event("A01", PID, PV1))).singleElement().satisfies(report -> {
            assertThat(report.patient()).isEqualTo(new PatientId("p-1"));
            assertThat(report.visit()).contains("v-1");
            assertThat(report.category()).contains("I");
            assertThat(report.place()).isEqualTo(new Place(Optional.of("HEM"), Optional.of("2"), Optional.of("12")));
            assertThat(report.person())
                    .isEqualTo(new Person(
                            Optional.of("Ward"),
                            Optional.of("Ada May"),
                            Optional.of("1968-04-02"),
                            Optional.of("female")));
            assertThat(report.changedAt()).contains(Instant.parse("2026-03-02T09:00:00Z"));
            assertThat(report.dead()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "19680402, 1968-04-02",
        "196804, 1968-04",
        "1968, 1968",
        "19680402103000, 1968-04-02",
        "'', ''",
        "unknown, ''"
    })
    void aBirthDateIsAsPreciseAsItWasSent(String sent, String date) {
        assertThat(reports(event("A01", PID.replace("19680402", sent), PV1))
                        .getFirst()
                        .person()
                        .birthDate())
                .isEqualTo(Optional.of(date).filter(text -> !text.isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({"'', '', false", "Y, '', true", "N, '', false", "'', 20, true", "'', 01, false", "'', expired, true"})
    void aDeathIsOnlyReported(String pid30, String pv136, boolean dead) {
        var pid = PID + "|".repeat(22) + pid30;
        var pv1 = PV1 + "|".repeat(17) + pv136;

        assertThat(reports(event("A03", pid, pv1)).getFirst().dead()).isEqualTo(dead);
    }

    @ParameterizedTest
    @CsvSource({"A40", "A34", "A36"})
    void aMergeNamesTheSurvivorAndTheOther(String trigger) {
        assertThat(reports(event(trigger, PID, "MRG|p-2^^^HOSP^MR")))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.patient()).isEqualTo(new PatientId("p-1"));
                    assertThat(report.other()).contains(new PatientId("p-2"));
                });
    }

    @Test
    void anEventMayHoldSeveralMerges() {
        assertThat(line(
                        event("A40", PID, "MRG|p-2^^^HOSP^MR", PID.replace("p-1", "p-3"), "MRG|p-4^^^HOSP^MR"),
                        LABORATORY))
                .isEqualTo("merged + merged");
    }

    @Test
    void twoPatientsAreSeparated() {
        assertThat(reports(event("A37", PID, PV1, PID.replace("p-1", "p-2"))))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.patient()).isEqualTo(new PatientId("p-1"));
                    assertThat(report.other()).contains(new PatientId("p-2"));
                });
    }

    @Test
    void anEventAboutNobodyOfOursIsForAPerson() {
        assertThat(line(event("A01", PID.replace("HOSP", "OTHER"), PV1), LABORATORY))
                .isEqualTo("foreign: subject at PID[1].3");
        assertThat(line(event("A40", PID, "MRG|p-2^^^OTHER^MR"), LABORATORY)).isEqualTo("foreign: subject at PID[1].3");
        assertThat(line(event("A40", PID), LABORATORY)).isEqualTo("foreign: subject at PID[1].3");
    }
}
