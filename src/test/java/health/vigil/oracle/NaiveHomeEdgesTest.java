package health.vigil.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static health.vigil.oracle.Case.ADULT;
import static health.vigil.oracle.Case.INFUSED_AT;
import static health.vigil.oracle.Case.TICK;
import static health.vigil.oracle.Case.at;
import static health.vigil.oracle.Case.attribution;
import static health.vigil.oracle.Case.cool;
import static health.vigil.oracle.Case.fever;
import static health.vigil.oracle.Case.hours;
import static health.vigil.oracle.Case.minutes;
import static health.vigil.oracle.Case.spo2;
import static health.vigil.oracle.Case.systolic;
import static org.assertj.core.api.Assertions.assertThat;

/// Readings taken at home in the oracle, each edge worked out by hand.
class NaiveHomeEdgesTest {

    private static final ObjectNode FEVER = fever(hours(10));

    private static ObjectNode atHome(ObjectNode reading) {
        return reading.put("setting", "home");
    }

    private static ObjectNode answers(Duration after, boolean speech) {
        return at(
                after,
                "home-check",
                "'confusion': false, 'speech': " + speech
                        + ", 'writing': false, 'shaking': false, 'drowsiness': false");
    }

    @Test
    void aFeverAtHomeOpensACourseForItsWindow() {
        ObjectNode fever = atHome(fever(hours(10)));

        assertThat(ADULT.crs(hours(10), fever)).isEqualTo(1);
        assertThat(ADULT.crs(hours(34), fever)).isEqualTo(1);
        assertThat(ADULT.crs(hours(34).plus(TICK), fever)).isNull();
        assertThat(ADULT.grade(hours(10), fever).crsOnset()).isEqualTo(INFUSED_AT.plus(hours(10)));
    }

    @Test
    void aNormalTemperatureAtHomeMakesNoZeroAndKeepsNone() {
        ObjectNode normal = atHome(cool(hours(30)));

        assertThat(ADULT.crs(hours(30), normal)).isNull();
        assertThat(ADULT.crs(hours(34), cool(hours(10)), normal)).isEqualTo(0);
        assertThat(ADULT.crs(hours(34).plus(TICK), cool(hours(10)), normal)).isNull();
    }

    @Test
    void anAttributedFeverAtHomeNeverCounts() {
        ObjectNode attribution = attribution(hours(5), "fever", hours(5), hours(20));

        assertThat(ADULT.crs(hours(10), attribution, atHome(fever(hours(10))))).isNull();
        assertThat(ADULT.crs(hours(20), attribution, atHome(fever(hours(20))))).isEqualTo(1);
    }

    @Test
    void aLowPressureAtHomeCountsUntilTheHospitalReadsOneLater() {
        ObjectNode low = atHome(systolic(hours(11), "86"));

        assertThat(ADULT.crs(hours(23), FEVER, low)).isEqualTo(2);
        assertThat(ADULT.crs(hours(23).plus(TICK), FEVER, low)).isEqualTo(1);
        assertThat(ADULT.crs(hours(12), FEVER, low, systolic(hours(11), "120"))).isEqualTo(2);
        assertThat(ADULT.crs(hours(12), FEVER, low, systolic(hours(11).plus(TICK), "120")))
                .isEqualTo(1);
        assertThat(ADULT.crs(hours(12), FEVER, low, atHome(systolic(hours(12), "120"))))
                .isEqualTo(2);
    }

    @Test
    void aNormalPressureAtHomeEndsNoHypotensionOfTheHospital() {
        ObjectNode low = systolic(hours(11), "86");

        assertThat(ADULT.crs(hours(13), FEVER, low, atHome(systolic(hours(12), "120"))))
                .isEqualTo(2);
    }

    @Test
    void aLowSpo2AtHomeCountsUntilTheHospitalReadsOneLater() {
        ObjectNode low = atHome(spo2(hours(11), "88"));

        assertThat(ADULT.crs(hours(23), FEVER, low)).isEqualTo(2);
        assertThat(ADULT.crs(hours(23).plus(TICK), FEVER, low)).isEqualTo(1);
        assertThat(ADULT.crs(hours(12), FEVER, low, spo2(hours(12), "97"))).isEqualTo(1);
        assertThat(ADULT.crs(hours(12), FEVER, low, atHome(spo2(hours(12), "97"))))
                .isEqualTo(2);
        assertThat(ADULT.crsFlags(hours(12), FEVER, low)).contains("hypoxia-device-not-charted");
    }

    @Test
    void ofBothPlacesEachRestsOnOneReading() {
        ObjectNode home = atHome(systolic(hours(14), "86"));

        assertThat(ADULT.crsFlags(hours(14), FEVER, home)).contains("single-reading");
        assertThat(ADULT.crsFlags(hours(14), FEVER, systolic(hours(11), "86"), home))
                .contains("single-reading");
        assertThat(ADULT.crsFlags(hours(14), FEVER, systolic(hours(11), "80"), home))
                .doesNotContain("single-reading");
    }

    @Test
    void oneOfTheHospitalConfirmsOneAtHomeAndNotTheOtherWayRound() {
        Duration before = hours(14).minus(minutes(60));

        assertThat(ADULT.crsFlags(hours(14), FEVER, systolic(before, "86"), atHome(systolic(hours(14), "86"))))
                .doesNotContain("single-reading");
        assertThat(ADULT.crsFlags(hours(14), FEVER, atHome(systolic(before, "86")), systolic(hours(14), "86")))
                .contains("single-reading");
    }

    @Test
    void aYesOfACaregiverIsAnEarlySignForADayAndANoTakesNoneAway() {
        ObjectNode yes = answers(hours(10), true);

        assertThat(ADULT.icansFlags(hours(34), yes, answers(hours(12), false))).contains("early-sign");
        assertThat(ADULT.icansFlags(hours(34).plus(TICK), yes)).doesNotContain("early-sign");
        assertThat(ADULT.icansFlags(hours(12), answers(hours(12), false))).doesNotContain("early-sign");
        assertThat(ADULT.icans(hours(10), yes)).isNull();
    }
}
