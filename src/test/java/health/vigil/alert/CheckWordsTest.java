package health.vigil.alert;

import health.vigil.observation.Analyte;
import health.vigil.observation.NotDoneReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static health.vigil.alert.PlanStory.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

/// The text of an overdue check; Berlin is an hour ahead of UTC.
class CheckWordsTest {
    private static final Instant NOW = at("13:30");

    private static Instant at(String time) {
        return Instant.parse("2026-03-05T" + time + ":00Z");
    }

    private static String words(DueCheck check) {
        return new CheckWords(NOW, BERLIN).overdue(check);
    }

    private static DueCheck due(Check check, Instant due, PartAge... parts) {
        return new DueCheck(check, due, List.of(parts), Optional.empty(), Optional.empty());
    }

    private static PartAge never(Analyte analyte) {
        return new PartAge(new CheckPart.Laboratory(List.of(analyte)), Optional.empty(), at("13:15"));
    }

    @Test
    void itNamesTheCheckTheHourAndWhatIsMissing() {
        var warm = PartAge.of(CheckPart.Bedside.TEMPERATURE, at("09:02"), at("13:15"));
        var pressure = PartAge.of(CheckPart.Bedside.BLOOD_PRESSURE, at("13:00"), at("17:00"));

        assertThat(words(due(Check.VITAL_SIGNS, at("13:15"), warm, pressure)))
                .isEqualTo("Vital signs due 14:15: no temperature since 10:02");
    }

    @Test
    void whatIsMissingSinceOneTimeStandsTogether() {
        var warm = PartAge.of(CheckPart.Bedside.TEMPERATURE, at("09:02"), at("13:15"));
        var pressure = PartAge.of(CheckPart.Bedside.BLOOD_PRESSURE, at("09:02"), at("13:02"));

        assertThat(words(due(Check.VITAL_SIGNS, at("13:02"), warm, pressure)))
                .isEqualTo("Vital signs due 14:02: no temperature, blood pressure since 10:02");
        assertThat(words(due(Check.LABS, at("13:15"), never(Analyte.CRP), never(Analyte.HAEMOGLOBIN))))
                .isEqualTo("Laboratory due 14:15: no CRP, haemoglobin since the infusion");
    }

    @Test
    void anotherDayIsNamed() {
        var yesterday = Instant.parse("2026-03-04T22:59:00Z");
        var pump = PartAge.of(CheckPart.Bedside.VASOPRESSOR, yesterday, at("10:59"));

        assertThat(words(due(Check.CONFIRM_SUPPORT, at("10:59"), pump)))
                .isEqualTo("Confirm support due 11:59: no record of the vasopressor since 4 Mar 23:59");
    }

    @Test
    void aBaselineIsNotRecorded() {
        assertThat(words(due(Check.BASELINE_ICE, at("13:00")))).isEqualTo("Baseline ICE due 14:00: not recorded");
    }

    @Test
    void itSaysWhyTheCheckWasNotDone() {
        var ice = new DueCheck(
                Check.ICE,
                at("13:00"),
                List.of(PartAge.of(CheckPart.Bedside.ICE, at("00:00"), at("12:00"))),
                Optional.empty(),
                Optional.of(new NotDone(NotDoneReason.NO_INTERPRETER, at("12:00"))));

        assertThat(words(ice)).isEqualTo("ICE due 14:00: no ICE since 01:00; not done at 13:00: no interpreter");
    }
}
