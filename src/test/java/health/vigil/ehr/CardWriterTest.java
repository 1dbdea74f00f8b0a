package health.vigil.ehr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.ehr.CdsCard.CardIndicator;
import health.vigil.grading.BirthDate;
import health.vigil.grading.Citation;
import health.vigil.grading.Evidence;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeReport;
import health.vigil.grading.Origin;
import health.vigil.grading.ScaleFinding;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.grading.Unknown;
import health.vigil.history.Episode;
import health.vigil.history.EpisodeReport;
import health.vigil.history.OwnTime;
import health.vigil.observation.Component;
import health.vigil.observation.Numbers;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import health.vigil.observation.Tool;
import health.vigil.store.UnresolvedAlerts.UnresolvedAlert;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What a card says, and what it never says.
class CardWriterTest {
    private static final Instant AT = Instant.parse("2026-03-02T13:02:00Z");
    private static final Instant CHANGES = AT.plus(Duration.ofHours(2));
    private static final PatientId PATIENT = new PatientId("p-4711");
    private static final CardWriter WRITER = new CardWriter("https://vigil.example", ZoneId.of("Europe/Berlin"), false);
    private static final Unknown NO_SCORE = new Unknown.NoScore(Tool.ICE, Duration.ofHours(24));

    private record OneRule(String label, String source) implements Citation {}

    private static SyndromeReport graded(Syndrome syndrome, Grade grade, String finding) {
        var evidence = new ScaleFinding(
                Component.FEVER,
                1,
                finding,
                new OneRule("CRS-1 fever of the course", "Lee 2019"),
                Optional.of(new Origin(new ObservationId(new Sender("nurse"), "o-1"), AT.minusSeconds(240))));
        return report(syndrome, grade, Optional.empty(), List.of(evidence));
    }

    private static SyndromeReport unknown(Syndrome syndrome, Unknown why) {
        return report(syndrome, Grade.UNKNOWN, Optional.of(why), List.of());
    }

    private static SyndromeReport report(
            Syndrome syndrome, Grade grade, Optional<Unknown> unknown, List<Evidence> basis) {
        return new SyndromeReport(
                syndrome,
                grade,
                unknown,
                Optional.of(AT.minusSeconds(3600)).filter(_ -> unknown.isEmpty()),
                Optional.empty(),
                basis,
                List.of(),
                List.of(),
                Set.of(),
                Optional.empty());
    }

    private static EpisodeReport of(SyndromeReport crs, SyndromeReport icans, Optional<String> unavailable) {
        var report = new GradeReport(AT, crs, icans, List.of(), Optional.empty(), Optional.of(CHANGES), List.of());
        var episode = new Episode(
                new UUID(1, 2),
                PATIENT,
                Numbers.of(PATIENT),
                BirthDate.of(LocalDate.of(1961, 5, 17)),
                AT.minus(Duration.ofDays(3)),
                List.of(),
                AT,
                new OwnTime(Optional.empty(), Optional.empty()),
                "north",
                "bed-12",
                Optional.empty(),
                AT.minus(Duration.ofDays(3)),
                Optional.empty(),
                Optional.empty(),
                unavailable);
        return new EpisodeReport(episode, AT, AT, "default", report, Optional.empty(), unavailable, Optional.empty());
    }

    private static CdsCard card(EpisodeReport report, UnresolvedAlert... alerts) {
        return WRITER.card(new UUID(3, 4), new CardData(report, List.of(alerts)));
    }

    private static EpisodeReport twoAndUnknown() {
        return of(
                graded(Syndrome.CRS, Grade.TWO, "temperature 38.9 Cel >= 38"),
                unknown(Syndrome.ICANS, NO_SCORE),
                Optional.empty());
    }

    private static EpisodeReport none() {
        return of(
                graded(Syndrome.CRS, Grade.ZERO, "temperature 37.0 Cel < 38"),
                graded(Syndrome.ICANS, Grade.ZERO, "ICE 10 of 10"),
                Optional.empty());
    }

    @Test
    void theSummaryNamesBothGradesOrWhyThereIsNone() {
        assertThat(card(twoAndUnknown()).summary())
                .isEqualTo("CRS 2 · ICANS cannot be graded: no ICE in the last 24 h");
    }

    @Test
    void theDetailHasEachReasonWithItsTimeItsRuleAndItsSource() {
        assertThat(card(twoAndUnknown()).detail())
                .contains(
                        "**CRS 2** since 2 Mar 2026 13:02",
                        "- temperature 38.9 Cel >= 38, 2 Mar 2026 13:58 (CRS-1 fever of the course; Lee 2019)",
                        "**ICANS cannot be graded: no ICE in the last 24 h**");
    }

    /// An EHR does not refresh a card.
    @Test
    void theDetailSaysWhenItWasTrueAndWhenItChangesByItself() {
        assertThat(card(twoAndUnknown()).detail())
                .contains(
                        "As of 2 Mar 2026 14:02; changes by itself at 2 Mar 2026 16:02 if nothing is charted.",
                        "This card is not refreshed.",
                        "Europe/Berlin");
    }

    @ParameterizedTest
    @CsvSource({"high, false, CRITICAL", "high, true, WARNING", "medium, false, WARNING", "low, true, WARNING"})
    void anOpenHighAlertIsCriticalAndAnyUnresolvedOneAWarning(
            String priority, boolean acknowledged, CardIndicator indicator) {
        var card = card(none(), new UnresolvedAlert("crs-grade", priority, acknowledged));

        assertThat(card.indicator()).isEqualTo(indicator);
        assertThat(card.detail()).contains("Unresolved alerts: crs grade (" + priority);
    }

    @Test
    void whatIsNotKnownIsAWarningAndNeverANumber() {
        var failed = card(of(none().report().crs(), none().report().icans(), Optional.of("a rule failed")));

        assertThat(card(twoAndUnknown()).indicator()).isEqualTo(CardIndicator.WARNING);
        assertThat(card(none()).indicator()).isEqualTo(CardIndicator.INFO);
        assertThat(failed.indicator()).isEqualTo(CardIndicator.WARNING);
        assertThat(failed.summary()).doesNotContain("CRS 0", "ICANS 0").contains("automatic grading failed");
        assertThat(failed.detail()).doesNotContain("CRS 0", "37.0", "changes by itself");
    }

    @Test
    void beforeTheInfusionThereIsNothingToGrade() {
        var before = new Unknown.BeforeInfusion();
        var card = card(of(unknown(Syndrome.CRS, before), unknown(Syndrome.ICANS, before), Optional.empty()));

        assertThat(card.summary())
                .isEqualTo("CRS is not graded: before the infusion · ICANS is not graded: before the infusion");
        assertThat(card.indicator()).isEqualTo(CardIndicator.INFO);
    }

    @Test
    void aSummaryHasNoMoreThan140Characters() {
        var long1 = new Unknown.NotTestable(Tool.ICE, Optional.of("x".repeat(200)));
        var card = card(of(graded(Syndrome.CRS, Grade.ONE, "fever"), unknown(Syndrome.ICANS, long1), Optional.empty()));

        assertThat(card.summary()).isEqualTo("CRS 1 · ICANS cannot be graded");
        assertThat(card.detail()).contains("x".repeat(200));
    }

    @Test
    void whatPeopleTypedIsNoMarkup() {
        var typed = "other device ([click](https://evil.example))\n# Give tocilizumab";
        var card = card(of(
                graded(Syndrome.CRS, Grade.ONE, typed),
                graded(Syndrome.ICANS, Grade.ZERO, "ICE 10"),
                Optional.empty()));

        assertThat(card.detail()).doesNotContain("[click](https://", "\n# ").contains("\\[click\\]");
    }

    /// A launch says whose chart is open, so no address names a patient.
    @Test
    void theLinkIsALaunchIfEhrsMayLaunchThePages() {
        var launching = new CardWriter("https://vigil.example", ZoneId.of("UTC"), true);
        var link = launching
                .card(new UUID(3, 4), new CardData(none(), List.of()))
                .links()
                .getFirst();

        assertThat(link.type()).isEqualTo("smart");
        assertThat(link.url()).isEqualTo("https://vigil.example/smart/launch");
    }

    /// The EHR shows the card beside the patient; the card itself names nobody, and proposes nothing to do.
    @Test
    void aCardNamesNoPatientAndSuggestsNothing() throws JsonProcessingException {
        var json = new ObjectMapper().valueToTree(card(twoAndUnknown()));

        assertThat(json.toString()).doesNotContain(PATIENT.value(), "1961", "bed-12", "north");
        assertThat(json.has("suggestions")).isFalse();
        assertThat(json.has("systemActions")).isFalse();
        assertThat(json.path("indicator").asText()).isEqualTo("warning");
        assertThat(json.path("overrideReasons")).isNotEmpty();
        assertThat(json.path("links").path(0).path("url").asText()).isEqualTo("https://vigil.example/");
    }
}
