package health.vigil.alert;

import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.Syndrome;
import health.vigil.observation.VitalSign;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VoiceTest {
    private static Voice crs(AlertRule rule, Grade level) {
        return AlertTable.DEFAULT.voice(rule, new Condition.GradeReached(Syndrome.CRS, level));
    }

    private static final Voice ONSET = AlertTable.DEFAULT.voice(AlertRule.FEVER_ONSET, new Condition.ActiveCourse());

    @Test
    void theMoreUrgentSpeaks() {
        assertThat(ONSET).isGreaterThan(crs(AlertRule.CRS_GRADE_1, Grade.ONE));
        assertThat(ONSET).isGreaterThan(crs(AlertRule.CRS_GRADE_2_SINGLE, Grade.TWO));
    }

    @Test
    void ofTwoAsUrgentTheHigherGradeSpeaks() {
        assertThat(crs(AlertRule.CRS_GRADE_2, Grade.TWO)).isGreaterThan(ONSET);
        assertThat(crs(AlertRule.CRS_GRADE_4, Grade.FOUR)).isGreaterThan(crs(AlertRule.CRS_GRADE_3, Grade.THREE));
    }

    @Test
    void ofTwoAsUrgentAStatusEpilepticusSpeaksBeforeEveryGrade() {
        var status = AlertTable.DEFAULT.voice(
                AlertRule.STATUS_EPILEPTICUS, new Condition.FlagUp(Syndrome.ICANS, Flag.STATUS_EPILEPTICUS));

        assertThat(status)
                .isGreaterThan(AlertTable.DEFAULT.voice(
                        AlertRule.ICANS_GRADE_5, new Condition.GradeReached(Syndrome.ICANS, Grade.FIVE)));
    }

    @Test
    void aSyndromeIsOneEventAndAHaemorrhageSpeaksForItself() {
        assertThat(Voice.event(new Condition.ActiveCourse())).contains(Syndrome.CRS);
        assertThat(Voice.event(new Condition.FlagUp(Syndrome.ICANS, Flag.STATUS_EPILEPTICUS)))
                .contains(Syndrome.ICANS);
        assertThat(Voice.event(new Condition.FlagUp(Syndrome.ICANS, Flag.INTRACRANIAL_HAEMORRHAGE)))
                .isEmpty();
        assertThat(Voice.event(new Condition.Implausible(VitalSign.SPO2))).isEmpty();
    }
}
