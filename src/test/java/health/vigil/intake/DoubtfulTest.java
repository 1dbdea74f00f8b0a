package health.vigil.intake;

import health.vigil.intake.json.SubmissionReader;
import health.vigil.observation.Kind;
import health.vigil.observation.Sender;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Values that are accepted with a warning: an old date, contradicting pressures, an unusual rate.
class DoubtfulTest {
    private static int warnings(Kind kind, String fields, Instant receivedAt) {
        var read = SubmissionReader.read(Samples.json(Samples.message(kind, fields)), Sender.STREAM, receivedAt);
        return read instanceof ReadResult.Valid valid ? valid.warnings().size() : -1;
    }

    @ParameterizedTest
    @CsvSource({"2026-03-16T11:00:00Z, 0", "2026-03-16T11:00:00.000001Z, 1", "2027-03-02T11:00:00Z, 1"})
    void aReadingOfMoreThanFourteenDaysAgoIsDoubtful(Instant receivedAt, int warnings) {
        assertThat(warnings(Kind.VITAL_SIGNS, "'spo2': 97", receivedAt)).isEqualTo(warnings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'systolic': 76, 'diastolic': 121 | 1",
                "'systolic': 76, 'diastolic': 76 | 0",
                "'systolic': 120, 'diastolic': 80, 'meanArterialPressure': 50 | 1",
                "'systolic': 120, 'diastolic': 80, 'meanArterialPressure': 121 | 1",
                "'systolic': 120, 'diastolic': 80, 'meanArterialPressure': 93 | 0",
                "'meanArterialPressure': 50 | 0"
            })
    void pressuresThatContradictEachOtherAreDoubtful(String fields, int warnings) {
        assertThat(warnings(Kind.VITAL_SIGNS, fields, Samples.NOW)).isEqualTo(warnings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "norepinephrine | 5 | ug/kg/min | 0",
                "norepinephrine | 5.01 | ug/kg/min | 1",
                "norepinephrine | 50 | ug/kg/min | 1",
                "norepinephrine | 1 | mg/min | 0",
                "norepinephrine | 1.01 | mg/min | 1",
                "vasopressin | 0.5 | [IU]/min | 0",
                "vasopressin | 0.51 | U/min | 1",
                "terlipressin | 900 | ug/min | 0",
                "norepinephrine | 900 | mL/h | 0"
            })
    void aRateThatNobodyGivesIsDoubtful(String agent, String value, String unit, int warnings) {
        var fields = "'agent': '" + agent + "', 'action': 'started', 'rate': {'value': " + value + ", 'unit': '" + unit
                + "'}";

        assertThat(warnings(Kind.VASOPRESSOR, fields, Samples.NOW)).isEqualTo(warnings);
    }
}
