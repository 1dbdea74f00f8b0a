package health.vigil.fhirview;

import health.vigil.grading.Syndrome;
import health.vigil.grading.Unknown;
import health.vigil.observation.Tool;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.fhirview.ViewSamples.grade;
import static org.assertj.core.api.Assertions.assertThat;

/// Grades as Observations.
class GradeObservationTest {
    private static Observation of(GivenGrade given) {
        return GradeObservation.of(given, ObservationStatus.PRELIMINARY);
    }

    @Test
    void aGradeNamesItsReasonsItsRulesAndWhoMadeIt() {
        var resource = of(grade(Optional.of(1), Optional.empty()));

        assertThat(resource.getIdPart()).isEqualTo("gc17");
        assertThat(resource.getStatus()).isEqualTo(ObservationStatus.PRELIMINARY);
        assertThat(resource.getCode().getCodingFirstRep().getCode()).isEqualTo("crs-grade");
        assertThat(resource.getValueIntegerType().getValue()).isEqualTo(1);
        assertThat(resource.getDevice().getReference()).isEqualTo("Device/vigil");
        assertThat(resource.getMethod().getCodingFirstRep().getCode()).isEqualTo("ASTCT-2019");
        assertThat(resource.getMethod().getCodingFirstRep().getVersion()).isEqualTo("2");
        assertThat(resource.getMethod().getText()).contains("policy default");
        assertThat(resource.getComponent())
                .extracting(component -> component.getCode().getCodingFirstRep().getCode())
                .containsExactly("previous-grade", "fever", "flag");
        assertThat(resource.getDerivedFrom())
                .extracting(Reference::getReference)
                .allMatch(reference -> reference.startsWith("Observation/") && reference.endsWith("-t"))
                .hasSize(1);
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(new Unknown.BeforeInfusion(), "not-applicable"),
                Arguments.of(new Unknown.OtherDeath(Syndrome.CRS), "not-applicable"),
                Arguments.of(new Unknown.NotTestable(Tool.ICE, Optional.empty()), "not-performed"),
                Arguments.of(new Unknown.NoTemperature(Duration.ofHours(12)), "unknown"),
                Arguments.of(new Unknown.NoScore(Tool.ICE, Duration.ofHours(24)), "unknown"),
                Arguments.of(new Unknown.Undecided(), "unknown"));
    }

    /// A grade that is not known is never 0.
    @ParameterizedTest
    @MethodSource("reasons")
    void anUnknownGradeHasAReasonAndNoValue(Unknown unknown, String code) {
        var resource = of(grade(Optional.empty(), Optional.of(unknown)));

        assertThat(resource.hasValue()).isFalse();
        assertThat(resource.getDataAbsentReason().getCodingFirstRep().getCode()).isEqualTo(code);
        assertThat(resource.getDataAbsentReason().getText()).isNotBlank();
    }

    @Test
    void aGradeThatCannotBeTrustedHasNoValue() {
        var given = grade(Optional.of(1), Optional.empty());
        var unavailable = new GivenGrade(
                given.number(),
                given.subject(),
                given.syndrome(),
                given.at(),
                given.grade(),
                given.previous(),
                given.knownAt(),
                given.superseded(),
                given.ruleSet(),
                given.policyVersion(),
                Optional.of("the rules failed"),
                given.updatedAt(),
                Optional.empty(),
                Map.of());

        assertThat(of(unavailable).hasValue()).isFalse();
        assertThat(of(unavailable).getDataAbsentReason().getCodingFirstRep().getCode())
                .isEqualTo("error");
    }

    @Test
    void anEntryThatWasReplacedIsInError() {
        var resource = of(ViewSamples.superseded());

        assertThat(resource.getStatus()).isEqualTo(ObservationStatus.ENTEREDINERROR);
        assertThat(resource.hasValue()).isFalse();
        assertThat(resource.getNoteFirstRep().getText()).contains("o-7");
    }

    @Test
    void theOriginOfAGradeNamesEverythingItRestsOn() {
        var origin = Origins.of(grade(Optional.of(1), Optional.empty()));

        assertThat(origin.getTargetFirstRep().getReference()).isEqualTo("Observation/gc17");
        assertThat(origin.getAgentFirstRep().getWho().getReference()).isEqualTo("Device/vigil");
        assertThat(origin.getEntity()).hasSize(1);
    }
}
