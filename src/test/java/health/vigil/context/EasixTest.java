package health.vigil.context;

import health.vigil.observation.Kind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EasixTest {
    private static CaseNotes draw(int day, String ldh, String creatinine, String platelets, String crp) {
        return draw(CaseNotes.begin(), day, ldh, creatinine, platelets, crp);
    }

    private static CaseNotes draw(
            CaseNotes notes, int day, String ldh, String creatinine, String platelets, String crp) {
        return notes.lab(day, "06:00", "ldh", ldh + " U/L")
                .lab(day, "06:00", "creatinine", creatinine + " mg/dL")
                .lab(day, "06:00", "platelets", platelets + " 10*9/L")
                .lab(day, "06:00", "crp", crp + " mg/L");
    }

    @ParameterizedTest
    @CsvSource({
        "280, 0.8, 185, 5,  1.21,  0.28,  1.51,  0.60,  0.757, -0.40",
        "842, 1.1, 108, 42, 8.58,  3.10,  7.80,  2.96,  32.7,  5.03",
        "920, 1.2, 78,  68, 14.2,  3.82,  11.8,  3.56,  80.2,  6.33",
        "195, 0.9, 225, 3,  0.780, -0.36, 0.867, -0.21, 0.260, -1.94"
    })
    void theFormulasHoldToThreeDigits(
            String ldh,
            String creatinine,
            String platelets,
            String crp,
            BigDecimal easix,
            BigDecimal log,
            BigDecimal simple,
            BigDecimal simpleLog,
            BigDecimal modified,
            BigDecimal modifiedLog) {
        var notes = draw(1, ldh, creatinine, platelets, crp);

        assertItem(notes.item("easix", 1, "12:00"), easix, log);
        assertItem(notes.item("s-easix", 1, "12:00"), simple, simpleLog);
        assertItem(notes.item("m-easix", 1, "12:00"), modified, modifiedLog);
    }

    private static void assertItem(ContextItem item, BigDecimal value, BigDecimal log) {
        assertThat(item.value()).contains(value);
        assertThat(item.numbers().get("log2")).isEqualTo(log);
    }

    @Test
    void aBoundOfCrpBoundsTheScore() {
        var notes = CaseNotes.begin()
                .lab(1, "06:00", "ldh", "300 U/L")
                .lab(1, "06:00", "platelets", "100 10*9/L")
                .lab(1, "06:00", "crp", "< 5 mg/L");

        assertThat(notes.item("s-easix", 1, "12:00").value()).contains(new BigDecimal("3.00"));
        assertThat(notes.item("m-easix", 1, "12:00").value()).isEmpty();
        assertThat(notes.item("m-easix", 1, "12:00").band()).contains("below 1.50");
        assertThat(notes.item("easix", 1, "12:00").missing()).containsExactly("creatinine");
        assertThat(notes.item("easix", 1, "12:00").value()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "< 5"})
    void noPlateletsDivideNothing(String platelets) {
        assertThat(draw(1, "300", "1", platelets, "5").item("easix", 1, "12:00").value())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12:00, true", "12:01, false"})
    void theValuesAreOfOneDraw(String clock, boolean one) {
        var notes = CaseNotes.begin().lab(1, "06:00", "ldh", "300 U/L").lab(1, clock, "platelets", "100 10*9/L");

        assertThat(notes.item("s-easix", 1, "20:00").value().isPresent()).isEqualTo(one);
    }

    @Test
    void theNewestDrawIsComparedWithTheFirst() {
        var notes = draw(draw(-6, "200", "1", "200", "5"), 3, "400", "1", "100", "5");

        var item = notes.item("s-easix", 3, "12:00");

        assertThat(item.value()).contains(new BigDecimal("4.00"));
        assertThat(item.numbers().get("first")).isEqualTo(new BigDecimal("1.00"));
        assertThat(item.numbers().get("changeLog2")).isEqualTo(new BigDecimal("2.00"));
        assertThat(item.numbers().get("before-lymphodepletion")).isEqualTo(new BigDecimal("1.00"));
        assertThat(item.numbers().get("day+3")).isEqualTo(new BigDecimal("4.00"));
    }

    @ParameterizedTest
    @CsvSource({"0, 06:00, true", "0, 05:59, false", "1, 06:01, false"})
    void plateletsGivenInTheDayBeforeAreTold(int day, String clock, boolean told) {
        var notes = draw(1, "300", "1", "100", "5")
                .at(day, clock, Kind.TRANSFUSION, "'product': 'platelets', 'reason': 'count'");

        var item = notes.item("easix", 1, "12:00");

        assertThat(item.notes().contains("platelets were transfused in the 24 h before"))
                .isEqualTo(told);
        assertThat(item.value()).isPresent();
    }
}
