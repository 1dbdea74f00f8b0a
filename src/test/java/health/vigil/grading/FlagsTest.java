package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Finding;
import health.vigil.observation.VasopressorAgent;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static health.vigil.grading.Story.STEP;
import static health.vigil.grading.Story.attributed;
import static health.vigil.grading.Story.finding;
import static health.vigil.grading.Story.hour;
import static health.vigil.grading.Story.ice;
import static health.vigil.grading.Story.seizure;
import static health.vigil.grading.Story.started;
import static health.vigil.grading.Story.stopped;
import static health.vigil.grading.Story.temperature;
import static health.vigil.grading.Story.tremor;
import static health.vigil.grading.Story.up;
import static org.assertj.core.api.Assertions.assertThat;

/// Review flags: when each goes up, at and next to its limits, and that none changes a grade.
class FlagsTest {
    @Test
    void anOnsetIsLateAfterFourteenDays() {
        var fortnight = hour(14 * 24);

        assertThat(up(Story.begin().at(fortnight, temperature("38")), Flag.LATE_ONSET, fortnight.plus(STEP)))
                .isFalse();
        assertThat(up(Story.begin().at(fortnight.plus(STEP), temperature("38")), Flag.LATE_ONSET, fortnight.plus(STEP)))
                .isTrue();
    }

    @Test
    void anOnsetWithinSixHoursOfTheInfusionIsFlagged() {
        var sixHours = hour(6);
        var flag = Flag.FEVER_WITHIN_6H_OF_INFUSION;

        assertThat(up(Story.begin().at(sixHours, temperature("38")), flag, sixHours))
                .isTrue();
        assertThat(up(Story.begin().at(sixHours.plus(STEP), temperature("38")), flag, sixHours.plus(STEP)))
                .isFalse();
    }

    @Test
    void vasopressinAloneIsFlagged() {
        var story = Story.begin()
                .at(10, started(VasopressorAgent.VASOPRESSIN))
                .at(11, started(VasopressorAgent.DOPAMINE))
                .at(12, stopped(VasopressorAgent.DOPAMINE));

        assertThat(up(story, Flag.VASOPRESSIN_ONLY, 10)).isTrue();
        assertThat(up(story, Flag.VASOPRESSIN_ONLY, 11)).isFalse();
        assertThat(up(story, Flag.VASOPRESSIN_ONLY, 12)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(VasopressorAgent.class)
    void anInotropeIsFlaggedWhileItRuns(VasopressorAgent agent) {
        var story = Story.begin().at(10, started(agent)).at(11, stopped(agent));

        assertThat(up(story, Flag.INOTROPE_NOT_COUNTED, 10))
                .isEqualTo(agent.agentClass() == VasopressorAgent.AgentClass.INOTROPE);
        assertThat(up(story, Flag.INOTROPE_NOT_COUNTED, 11)).isFalse();
    }

    @Test
    void aTemperatureIsStaleAfterItsWindow() {
        var story = Story.begin().at(10, temperature("37"));

        assertThat(up(story, Flag.TEMPERATURE_STALE, hour(34))).isFalse();
        assertThat(up(story, Flag.TEMPERATURE_STALE, hour(34).plus(STEP))).isTrue();
    }

    @Test
    void aCheckIsOverdueAfterItsWindow() {
        var story = Story.begin().at(10, ice(10));

        assertThat(up(story, Flag.ICE_OVERDUE, hour(34))).isFalse();
        assertThat(up(story, Flag.ICE_OVERDUE, hour(34).plus(STEP))).isTrue();
        assertThat(up(story.aged(11), Flag.CAPD_OVERDUE, hour(34))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Component.class)
    void anAttributionIsFlaggedFromItsBeginningUpToItsEnd(Component component) {
        var story = Story.begin().at(1, attributed(component, 10, 12));
        var flag = Flag.attributed(component);

        assertThat(up(story, flag, hour(10).minus(STEP))).isFalse();
        assertThat(up(story, flag, hour(10))).isTrue();
        assertThat(up(story, flag, hour(12).minus(STEP))).isTrue();
        assertThat(up(story, flag, hour(12))).isFalse();
    }

    @Test
    void theUrgentFlagsStayUpWhenAttributed() {
        var story = Story.begin()
                .at(1, attributed(Component.SEIZURE, 2))
                .at(1, attributed(Component.INTRACRANIAL_HAEMORRHAGE, 2))
                .at(3, seizure("5", true, true))
                .at(3, finding(Finding.INTRACRANIAL_HAEMORRHAGE, true));

        assertThat(up(story, Flag.STATUS_EPILEPTICUS, 3)).isTrue();
        assertThat(up(story, Flag.INTRACRANIAL_HAEMORRHAGE, 3)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Finding.class,
            names = {"MYOCLONUS", "HEADACHE"},
            mode = Mode.INCLUDE)
    void anEarlySignStandsUntilItIsAbsent(Finding sign) {
        var story = Story.begin().at(10, finding(sign, true)).at(50, finding(sign, false));

        assertThat(up(story, Flag.EARLY_SIGN, 49)).isTrue();
        assertThat(up(story, Flag.EARLY_SIGN, 50)).isFalse();
    }

    @Test
    void aTremorIsAnEarlySignForADay() {
        var story = Story.begin().at(10, tremor());

        assertThat(up(story, Flag.EARLY_SIGN, hour(34))).isTrue();
        assertThat(up(story, Flag.EARLY_SIGN, hour(34).plus(STEP))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Finding.class,
            names = {"FACIAL_PALSY", "OTHER_CRANIAL_NEUROPATHY"})
    void aPalsyOfAnotherCranialNerveIsAnotherNeurotoxicity(Finding palsy) {
        var story = Story.begin().at(10, finding(palsy, true)).at(50, finding(palsy, false));

        assertThat(up(story, Flag.NON_ICANS_NEUROTOXICITY, 49)).isTrue();
        assertThat(up(story, Flag.EARLY_SIGN, 49)).isFalse();
        assertThat(up(story, Flag.NON_ICANS_NEUROTOXICITY, 50)).isFalse();
    }

    @Test
    void aPalsyOfTheSixthNerveIsIcansAndNoOtherNeurotoxicity() {
        var story = Story.begin().at(10, finding(Finding.SIXTH_NERVE_PALSY, true));

        assertThat(story.icans(10)).isEqualTo(Grade.FOUR);
        assertThat(up(story, Flag.NON_ICANS_NEUROTOXICITY, 10)).isFalse();
    }

    @Test
    void everyComponentHasItsFlag() {
        var attributable = EnumSet.noneOf(Flag.class);
        Arrays.stream(Component.values()).map(Flag::attributed).forEach(attributable::add);

        assertThat(attributable.size()).isEqualTo(Component.values().length);
    }
}
