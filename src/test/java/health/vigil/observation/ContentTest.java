package health.vigil.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// Constraints of the contents of observations that no grading rule tests.
class ContentTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void aSyndromeIsGraded0To5(int grade) {
        assertThat(assessment(grade).grade()).contains(grade);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6})
    void otherGradesOfASyndromeAreRefused(int grade) {
        assertThatIllegalArgumentException().isThrownBy(() -> assessment(grade));
    }

    private static SyndromeAssessment assessment(int grade) {
        return new SyndromeAssessment(AssessedSyndrome.IEC_HS, true, Optional.of(grade), "ferritin");
    }

    @Test
    void attributionsAndRetractionsActOnWhatTheyName() {
        assertThat(Arrays.stream(Kind.values()).filter(Kind::actsOnWhatItNames))
                .containsExactly(Kind.ATTRIBUTION, Kind.RETRACTION);
    }

    @Test
    void aPatientMayHaveSeveralNumbers() {
        var first = new PatientId("p-1");
        var second = new PatientId("p-2");

        assertThat(Numbers.of(first).all()).containsExactly(first);
        assertThat(new Numbers(List.of(second, first)).patient()).isEqualTo(second);
        assertThat(Numbers.of(first).include(first)).isTrue();
        assertThat(Numbers.of(first).include(second)).isFalse();
    }

    @Test
    void vitalSignsKeepWhatWasRead() {
        var read = new VitalSigns(Map.of(VitalSign.TEMPERATURE, new BigDecimal("99")), Optional.empty());

        assertThat(read.value(VitalSign.TEMPERATURE)).contains(new BigDecimal("99"));
        assertThat(read.value(VitalSign.SPO2)).isEmpty();
        assertThat(read.plausible().values()).isEmpty();
        assertThat(VitalSign.TEMPERATURE.lowest()).isLessThan(VitalSign.TEMPERATURE.highest());
    }

    @Test
    void plausibleSignsCanBeRead() {
        var values = Map.of(VitalSign.SPO2, new BigDecimal("97"));

        assertThat(new VitalSigns(values, Optional.empty()).plausible().values())
                .isEqualTo(values);
    }

    @Test
    void whatWasDatedInTheFutureStaysSo() {
        var receipt = Instant.parse("2026-03-02T09:00:00Z");
        var now = receipt.plusSeconds(3600);

        assertThat(weight(receipt.plusSeconds(120), receipt).receivedAgain(now)).isEqualTo(now);
        assertThat(weight(receipt.plusSeconds(121), receipt).receivedAgain(now)).isEqualTo(receipt);
    }

    private static Observation weight(Instant effectiveAt, Instant receivedAt) {
        var content = new Weight(new BigDecimal("70"));
        return new Observation(ObservationIds.of("w-1"), new PatientId("p-1"), effectiveAt, receivedAt, content);
    }

    @Test
    void synonymsAreTheUsualNames() {
        assertThat(Drug.ACETAMINOPHEN.synonyms()).contains("paracetamol");
        assertThat(VasopressorAgent.NOREPINEPHRINE.synonyms()).contains("noradrenaline");
    }

    @Test
    void censoringHasItsSymbol() {
        assertThat(Arrays.stream(Censoring.values()).map(Censoring::symbol)).containsExactlyInAnyOrder("<", ">");
    }
}
