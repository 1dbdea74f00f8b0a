package health.vigil.context;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LaboratoryGradeTest {
    private static final String UNITS = """
        neutrophils 10*9/L, platelets 10*9/L, wbc 10*9/L, lymphocytes 10*9/L, haemoglobin g/dL, alt U/L, ast U/L,
        bilirubin mg/dL, creatinine mg/dL, fibrinogen mg/dL\
        """;

    private static String unit(String analyte) {
        int at = UNITS.indexOf(analyte) + analyte.length() + 1;
        return UNITS.substring(at).split("[,\\s]", -1)[0];
    }

    private static ContextItem item(String analyte, String value, String limits) {
        return CaseNotes.begin()
                .lab(2, "08:00", analyte, value + " " + unit(analyte), limits)
                .item("ctcae-" + analyte, 2, "12:00");
    }

    @ParameterizedTest
    @CsvSource({
        "neutrophils, 1.8,  1.8-, 0",
        "neutrophils, 1.79, 1.8-, 1",
        "neutrophils, 1.5,  1.8-, 1",
        "neutrophils, 1.0,  1.8-, 2",
        "neutrophils, 0.5,  1.8-, 3",
        "neutrophils, 0.49, 1.8-, 4",
        "neutrophils, < 0.1, 1.8-, 4",
        "platelets,   75,   150-, 1",
        "platelets,   50,   150-, 2",
        "platelets,   49.9, 150-, 3",
        "platelets,   25,   150-, 3",
        "platelets,   24.9, 150-, 4",
        "wbc,         3.0,  4-,   1",
        "wbc,         2.0,  4-,   2",
        "wbc,         1.0,  4-,   3",
        "wbc,         0.9,  4-,   4",
        "lymphocytes, 0.8,  1-,   1",
        "lymphocytes, 0.5,  1-,   2",
        "lymphocytes, 0.2,  1-,   3",
        "lymphocytes, 0.19, 1-,   4",
        "haemoglobin, 10.0, 12-,  1",
        "haemoglobin, 8.0,  12-,  2",
        "haemoglobin, 7.9,  12-,  3",
        "alt,         56,   -56,  0",
        "alt,         168,  -56,  1",
        "alt,         169,  -56,  2",
        "alt,         281,  -56,  3",
        "ast,         1121, -56,  4",
        "bilirubin,   1.5,  -1,   1",
        "bilirubin,   1.6,  -1,   2",
        "bilirubin,   3.1,  -1,   3",
        "bilirubin,   10.1, -1,   4",
        "creatinine,  1.2,  -1.2, 0",
        "creatinine,  1.8,  -1.2, 1",
        "creatinine,  1.81, -1.2, 2",
        "creatinine,  3.61, -1.2, 3",
        "creatinine,  7.21, -1.2, 4",
        "fibrinogen,  200,  200-, 0",
        "fibrinogen,  150,  200-, 1",
        "fibrinogen,  149,  200-, 2",
        "fibrinogen,  100,  200-, 2",
        "fibrinogen,  99,   200-, 3",
        "fibrinogen,  49,   200-, 4",
        "fibrinogen,  49,   '',   4"
    })
    void theGradeIsTheHighestThatIsMet(String analyte, String value, String limits, int grade) {
        assertThat(item(analyte, value, limits).grade()).contains(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "creatinine, 1.1,  -1.2, 0.4, 2",
        "creatinine, 1.2,  -1.2, 0.4, 2",
        "creatinine, 1.21, -1.2, 0.4, 3",
        "alt,        179,  -56,  120, 0",
        "alt,        180,  -56,  120, 1",
        "alt,        360,  -56,  120, 1",
        "alt,        361,  -56,  120, 2",
        "alt,        601,  -56,  120, 3",
        "alt,        2401, -56,  120, 4",
        "alt,        169,  -56,  56,  2",
        "bilirubin,  2.0,  -1,   2,   0",
        "bilirubin,  3.0,  -1,   2,   1",
        "bilirubin,  3.1,  -1,   2,   2"
    })
    void anAbnormalBaselineIsWhatIsMultiplied(String analyte, String value, String limits, String own, int grade) {
        var item = CaseNotes.begin()
                .lymphodepletion(-5)
                .lab(-7, "08:00", analyte, own + " " + unit(analyte), limits)
                .lab(2, "08:00", analyte, value + " " + unit(analyte), limits)
                .item("ctcae-" + analyte, 2, "12:00");

        assertThat(item.grade()).contains(grade);
    }

    @Test
    void aBaselineThatIsABoundDecidesOnItsOwnSideOnly() {
        var item = CaseNotes.begin()
                .lab(-7, "08:00", "creatinine", "< 0.4 mg/dL", "-1.2")
                .lab(2, "08:00", "creatinine", "1.1 mg/dL", "-1.2")
                .item("ctcae-creatinine", 2, "12:00");

        assertThat(item.grade()).isEmpty();
        assertThat(item.atLeast()).contains(BigDecimal.valueOf(2));
        assertThat(item.missing()).containsExactly("creatinine < 0.4 mg/dL as a number");
    }

    @Test
    void theBaselineIsOfTheFortnightBeforeLymphodepletion() {
        var notes = CaseNotes.begin()
                .lymphodepletion(-5)
                .lab(-19, "08:59", "creatinine", "0.4 mg/dL", "-1.2")
                .lab(-5, "09:00", "creatinine", "0.4 mg/dL", "-1.2")
                .lab(2, "08:00", "creatinine", "1.21 mg/dL", "-1.2");

        assertThat(notes.item("ctcae-creatinine", 2, "12:00").grade()).contains(1);
        assertThat(notes.lab(-19, "09:00", "creatinine", "0.4 mg/dL", "-1.2")
                        .item("ctcae-creatinine", 2, "12:00")
                        .grade())
                .contains(3);
    }

    @ParameterizedTest
    @CsvSource({"neutrophils, 1.5, 0", "neutrophils, 1.4, 2", "alt, 500, 0", "neutrophils, < 1.2, 2", "creatinine, 9, 0"
    })
    void withoutALimitOnlyAbsoluteStepsAreKnown(String analyte, String value, int least) {
        var item = item(analyte, value, "");

        var told = item.grade().map(BigDecimal::valueOf).or(item::atLeast).orElse(BigDecimal.ZERO);

        assertThat(told).isEqualTo(BigDecimal.valueOf(least));
        assertThat(item.grade().isPresent()).isEqualTo(value.equals("1.4"));
        assertThat(item.missing().isEmpty()).isEqualTo(value.equals("1.4"));
    }

    @ParameterizedTest
    @CsvSource({"08:00, true", "08:01, false"})
    void theNewestCountsForFortyEightHours(String clock, boolean known) {
        var item = CaseNotes.begin()
                .lab(2, "08:00", "platelets", "60 10*9/L", "150-")
                .item("ctcae-platelets", 4, clock);

        assertThat(item.grade().isPresent()).isEqualTo(known);
        assertThat(known || item.reason().orElseThrow().equals("platelets not known for 48 h"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"neutrophils, 0.4, 1.2, 1.8-, 4", "alt, 300, 60, -56, 3"})
    void ofTwoResultsAtOneInstantTheWorseCounts(String analyte, String worse, String better, String limits, int grade) {
        for (var order : List.of(List.of(worse, better), List.of(better, worse))) {
            var notes = CaseNotes.begin();
            order.forEach(value -> notes.lab(2, "08:00", analyte, value + " " + unit(analyte), limits));

            assertThat(notes.item("ctcae-" + analyte, 2, "12:00").grade()).contains(grade);
        }
    }

    @Test
    void creatinineIsComparedExactlyInItsUnit() {
        var notes = CaseNotes.begin()
                .lab(-7, "08:00", "creatinine", "35 umol/L", "-110")
                .lab(2, "08:00", "creatinine", "105 umol/L", "-110");

        assertThat(notes.item("ctcae-creatinine", 2, "12:00").grade()).contains(2);
    }
}
