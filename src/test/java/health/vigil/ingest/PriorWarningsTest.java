package health.vigil.ingest;

import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.grading.Policy;
import health.vigil.intake.Samples;
import health.vigil.intake.Submission;
import health.vigil.observation.Kind;
import health.vigil.observation.PatientId;
import health.vigil.store.VisibleStays.CurrentWard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Warnings that depend on the database and the policy. The samples are of 2 March 2026, 11:00.
class PriorWarningsTest {
    private static final PatientId PATIENT = new PatientId("p-1");
    private static final User NURSE = new User("nurse-1", Role.NURSE, Optional.empty(), Wards.ALL);
    private static final User CAREGIVER =
            new User("c-1", Role.CAREGIVER, Optional.empty(), Optional.of(PATIENT), Wards.of(Set.of()));

    private static PriorKnowledge infused(Optional<Instant> at) {
        return new PriorKnowledge(Map.of(), Map.of(), Map.of(PATIENT, at), Set.of(), Map.of(), Map.of());
    }

    private static Submission sample(Kind kind, String fields) {
        return Samples.accepted(Samples.message(kind, fields)).submission();
    }

    private static List<String> warnings(PriorKnowledge known, Kind kind, String fields) {
        return new PriorWarnings(NURSE, known, Policy.DEFAULT).of(sample(kind, fields));
    }

    @Test
    void aPatientWithoutAnEpisodeIsNobodyYet() {
        assertThat(warnings(infused(Optional.empty()), Kind.VITAL_SIGNS, "'spo2': 97"))
                .containsExactly("patientId: this patient is not admitted yet; the record is kept until then");
    }

    private static List<String> warningsAtHome(Map<PatientId, CurrentWard> wards) {
        var known = infused(Optional.of(Instant.parse("2026-03-01T00:00:00Z"))).with(Set.of(), wards);
        return new PriorWarnings(CAREGIVER, known, Policy.DEFAULT)
                .of(sample(Kind.VITAL_SIGNS, "'spo2': 97, 'setting': 'home'"));
    }

    @Test
    void whoEntersFromHomeIsToldThatNobodyWatches() {
        var nobody = "patientId: nobody watches this patient now; call the centre";

        assertThat(warningsAtHome(Map.of(PATIENT, new CurrentWard("home", true, false))))
                .isEmpty();
        assertThat(warningsAtHome(Map.of(PATIENT, new CurrentWard("home", false, false))))
                .containsExactly(nobody);
        assertThat(warningsAtHome(Map.of())).containsExactly(nobody);
    }

    @Test
    void nothingIsSaidOfAPatientWhomNobodyCouldLookUp() {
        assertThat(warnings(PriorKnowledge.NOTHING, Kind.VITAL_SIGNS, "'spo2': 97"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T11:00:00Z, 0", "2026-03-02T11:00:00.000001Z, 1"})
    void aReadingBeforeTheInfusionIsNeverGraded(Instant infusion, int warnings) {
        assertThat(warnings(infused(Optional.of(infusion)), Kind.VITAL_SIGNS, "'spo2': 97"))
                .hasSize(warnings);
    }

    @Test
    void whatMayStandAtTheInfusionMayLieBeforeIt() {
        var later = infused(Optional.of(Instant.parse("2026-03-03T00:00:00Z")));

        assertThat(warnings(later, Kind.OXYGEN_THERAPY, Samples.least(Kind.OXYGEN_THERAPY)))
                .isEmpty();
        assertThat(warnings(later, Kind.VASOPRESSOR, Samples.least(Kind.VASOPRESSOR)))
                .isEmpty();
        assertThat(warnings(later, Kind.NEURO_FINDING, Samples.least(Kind.NEURO_FINDING)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'fever' | , 'until': '2026-03-03T11:00:00Z' | 0",
                "'fever' | , 'until': '2026-03-03T11:00:00.000001Z' | 1",
                "'hypoxia' | | 1",
                "'ice' | | 0"
            })
    void anAttributionOfCrsSaysWhenItEnds(String component, String until, int warnings) {
        var fields = "'components': [" + component + "], 'cause': 'sepsis', 'from': '2026-03-01T00:00:00Z'"
                + Optional.ofNullable(until).orElse("");

        assertThat(warnings(PriorKnowledge.NOTHING, Kind.ATTRIBUTION, fields)).hasSize(warnings);
        assertThat(warnings(PriorKnowledge.NOTHING, Kind.ATTRIBUTION, fields))
                .allMatch(warning -> warning.contains("2026-03-03T11:00:00Z"));
    }

    @Test
    void aDoseThatAnInfusionRecordMayHaveChartedIsAQuestion() {
        var dose = sample(Kind.MEDICATION, Samples.least(Kind.MEDICATION));
        var known = PriorKnowledge.NOTHING.withRecordedDoses(Set.of(dose.id()));

        assertThat(new PriorWarnings(NURSE, known, Policy.DEFAULT).of(dose))
                .containsExactly("drug: an infusion record has charted this drug within 30 min of this time,"
                        + " and both count; if they are one dose, retract this one");
        assertThat(new PriorWarnings(NURSE, PriorKnowledge.NOTHING, Policy.DEFAULT).of(dose))
                .isEmpty();
    }

    @Test
    void anInfusionThatNothingStartedRunsFromItsChangeOn() {
        var changed = sample(Kind.VASOPRESSOR, "'agent': 'dopamine', 'action': 'changed'");
        var known = new PriorKnowledge(Map.of(), Map.of(), Map.of(), Set.of(changed.id()), Map.of(), Map.of());

        assertThat(new PriorWarnings(NURSE, known, Policy.DEFAULT).of(changed))
                .containsExactly("action: no start of this infusion is known; it counts as running from now on");
    }
}
