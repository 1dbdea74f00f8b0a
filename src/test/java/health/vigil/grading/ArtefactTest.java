package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// An implausible value is not graded; the other values of the same observation are.
class ArtefactTest {
    @ParameterizedTest
    @CsvSource({"45, ONE", "45.01, UNKNOWN", "24.9, UNKNOWN", "25, ZERO"})
    void aTemperatureThatCannotBeTrueIsNone(String celsius, Grade grade) {
        assertThat(Story.begin().at(10, Story.temperature(celsius)).crs(10)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"30, TWO", "29.9, ONE"})
    void aPressureThatCannotBeTrueIsNone(String systolic, Grade grade) {
        assertThat(Story.begin()
                        .at(10, Story.temperature("38"))
                        .at(11, Story.systolic(systolic))
                        .crs(11))
                .isEqualTo(grade);
    }

    @Test
    void theOtherValuesOfTheObservationCount() {
        var signs = new VitalSigns(
                Map.of(
                        VitalSign.TEMPERATURE, new BigDecimal("38.5"),
                        VitalSign.SYSTOLIC, new BigDecimal("8"),
                        VitalSign.SPO2, new BigDecimal("85")),
                Optional.empty());

        assertThat(Story.begin().at(10, signs).crs(10)).isEqualTo(Grade.TWO);
    }

    @Test
    void anArtefactIsNamedAmongWhatWasLeftOut() {
        var leftOut = Story.begin().at(10, Story.systolic("8")).at(10.0).crs().leftOut();

        assertThat(Sentences.of(leftOut.getFirst()).text())
                .as("" + leftOut)
                .startsWith("SBP 8 mm[Hg] is outside 30-300 mm[Hg]");
    }

    @Test
    void anArtefactIsNamedForADay() {
        var story = Story.begin().at(10, Story.systolic("8")).at(20, Story.spo2("5"));

        assertThat(leftOut(story, Story.hour(34))).containsExactly(Component.HYPOTENSION, Component.HYPOXIA);
        assertThat(leftOut(story, Story.hour(34).plus(Story.STEP))).containsExactly(Component.HYPOXIA);
    }

    @Test
    void anArtefactThatNoRuleReadsIsNotNamed() {
        var story = Story.begin().at(10, Story.vital(VitalSign.HEART_RATE, "400"));

        assertThat(leftOut(story, Story.hour(10))).isEmpty();
    }

    private static List<Word> leftOut(Story story, Instant at) {
        return story.at(at).crs().leftOut().stream().map(Evidence::component).toList();
    }
}
