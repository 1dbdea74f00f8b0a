package health.vigil.context;

import health.vigil.context.PublishedPatients.PublishedPatient;
import health.vigil.observation.Kind;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Early and late ICAHT, and the counterpart for platelets: the published patients, the worked cases, and
/// missing values.
class IcahtTest {
    /// Neutrophils in cells/uL by day, at noon.
    private static CaseNotes neutrophils(String counts) {
        var notes = CaseNotes.begin();
        for (var count : counts.strip().split("\\s+", -1)) {
            var parts = count.split(":", -1);
            notes.lab(Integer.parseInt(parts[0]), "12:00", "neutrophils", parts[1] + " /uL");
        }
        return notes;
    }

    private static CaseNotes platelets(String counts) {
        var notes = CaseNotes.begin();
        for (var count : counts.strip().split("\\s+", -1)) {
            var parts = count.split(":", -1);
            notes.lab(Integer.parseInt(parts[0]), "12:00", "platelets", parts[1] + " 10*9/L");
        }
        return notes;
    }

    static Stream<PublishedPatient> published() {
        return PublishedPatients.all();
    }

    private static CaseNotes notes(PublishedPatient patient) {
        var notes = neutrophils(String.join(" ", patient.counts()));
        for (var end : patient.ends().split(" ", -1)) {
            var parts = end.split("@", -1);
            if (parts.length > 1 && parts[0].equals("death")) {
                notes.at(Integer.parseInt(parts[1]), "23:00", Kind.DEATH, "'cause': 'other'");
            } else if (parts.length > 1) {
                notes.at(Integer.parseInt(parts[1]), "23:00", Kind.DISEASE_EVENT, "'what': '" + parts[0] + "'");
            }
        }
        return notes;
    }

    @ParameterizedTest
    @MethodSource("published")
    void thePublishedPatientsHaveTheirGrades(PublishedPatient patient) {
        var notes = notes(patient);

        var early = notes.item("icaht-early", 101, "12:00");
        var late = notes.item("icaht-late", patient.lastDay(), "23:30");

        assertThat(early.numbers().get("d500")).isEqualTo(new BigDecimal(patient.d500()));
        assertThat(early.numbers().get("d100")).isEqualTo(new BigDecimal(patient.d100()));
        assertThat(early.grade()).contains(Integer.valueOf(patient.early()));
        assertThat(late.grade().map(String::valueOf).orElse("null")).isEqualTo(patient.late());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0:1200 3:400 4:480 8:490 9:520 10:900 14:1500 21:2100 30:2500 | 6  | 0  | 1
        0:1200 3:400 4:480 8:490 9:500 10:900 14:1500 21:2100 30:2500 | 7  | 0  | 2
        0:900 2:300 5:60 11:90 12:120 15:480 16:510 17:600 18:450 20:700 21:800 22:900 30:1500 | 17 | 7 | 3
        0:400 7:100 14:80 20:90 28:300 30:450                         | 31 | 14 | 4
        0:600 4:500 5:501 6:501 7:501 8:2000 15:2000 22:2000 30:2000  | 1  | 0  | 1
        0:600 4:500 5:501 6:501 7:500 8:2000 15:2000 22:2000 30:2000  | 4  | 0  | 1
        """)
    void theLongestStretchOfLowDaysGrades(String counts, BigDecimal d500, BigDecimal d100, int grade) {
        var item = neutrophils(counts).item("icaht-early", 30, "23:00");

        assertThat(item.numbers().get("d500")).isEqualTo(d500);
        assertThat(item.numbers().get("d100")).isEqualTo(d100);
        assertThat(item.grade()).contains(grade);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 0, 1", "6, 0, 1", "7, 0, 2", "13, 6, 2", "14, 0, 3", "13, 7, 3", "30, 13, 3", "14, 14, 4"
    })
    void theGridIsReadAtItsLimits(int d500, int d100, int grade) {
        assertThat(EarlyNeutropenia.grade(d500, d100)).isEqualTo(grade);
    }

    @Test
    void upToSevenMissingDaysAreFilledAndMoreAreNot() {
        var filled = neutrophils("0:400 8:400 16:2000 23:2000 30:2000").item("icaht-early", 30, "23:00");
        var open = neutrophils("0:400 9:400 16:2000 23:2000 30:2000").item("icaht-early", 30, "23:00");

        assertThat(filled.numbers().get("d500")).isEqualTo(new BigDecimal(9));
        assertThat(filled.missing()).isEmpty();
        assertThat(open.numbers().get("d500")).isEqualTo(new BigDecimal(1));
        assertThat(open.missing().getFirst()).isEqualTo("neutrophils of 8 days from day 1 to 8");
        assertThat(open.atLeast()).contains(new BigDecimal(1));
    }

    @Test
    void atTheEndsTheNearestIsCarriedForSevenDays() {
        var item = neutrophils("7:400 15:2000 22:2000").item("icaht-early", 30, "23:00");

        assertThat(item.missing().getFirst()).isEqualTo("neutrophils of day 30");
        assertThat(item.grade()).contains(2);
    }

    @Test
    void beforeDay30TheGradeIsTheLeast() {
        var item = neutrophils("0:900 1:700 2:480 9:300").item("icaht-early", 10, "23:00");

        assertThat(item.grade()).isEmpty();
        assertThat(item.atLeast()).contains(new BigDecimal(2));
        assertThat(item.text()).contains("not recovered, day 8 of neutropenia");
        assertThat(item.reason()).contains("day 10 of 30");
    }

    @Test
    void neverAbove500IsToldOnlyOnceTheTimeIsOver() {
        var notes = neutrophils("0:400 2:300 4:200");

        assertThat(notes.item("icaht-early", 5, "12:00").atLeast()).contains(BigDecimal.ONE);
        assertThat(notes.at(5, "13:00", Kind.DEATH, "'cause': 'other'")
                        .item("icaht-early", 5, "14:00")
                        .grade())
                .contains(4);
    }

    @ParameterizedTest
    @CsvSource({"0:900 3:400 10:400 17:400 24:400 29:400, 4", "0:900 4:400 11:400 18:400 25:400 29:400, 3"})
    void whatBeganByDay3AndLastsToTheLastCountNeverRose(String counts, int grade) {
        assertThat(neutrophils(counts).item("icaht-early", 31, "12:00").grade()).contains(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "31:1600 38:900 45:2100, 0",
        "31:1500 38:900 45:2100, 2",
        "35:900 42:1400, 2",
        "33:500 47:501, 3",
        "31:1500 32:1500, 1",
        "31:1501 32:1501, 0",
        "31:1000 32:1000, 2",
        "31:100 32:101, 4"
    })
    void theTwoLowestDaysGradeLate(String counts, int grade) {
        var item = neutrophils(counts).item("icaht-late", 101, "12:00");

        assertThat(item.grade()).contains(grade);
        assertThat(item.notes()).doesNotContain("single");
    }

    @Test
    void oneLateValueIsMarkedAsSingle() {
        var item = neutrophils("40:100").item("icaht-late", 101, "12:00");

        assertThat(item.grade()).contains(4);
        assertThat(item.notes()).contains("single");
    }

    @Test
    void whatComesAfterProgressionOrDay100IsNotRead() {
        var notes = neutrophils("35:2000 101:50").at(40, "12:00", Kind.DISEASE_EVENT, "'what': 'progression'");

        assertThat(notes.lab(41, "12:00", "neutrophils", "90 /uL")
                        .item("icaht-late", 120, "12:00")
                        .grade())
                .contains(0);
    }

    @Test
    void withoutNeutrophilsNothingIsKnown() {
        assertThat(CaseNotes.begin().item("icaht-early", 30, "12:00").grade()).isEmpty();
        assertThat(CaseNotes.begin().item("icaht-late", 50, "12:00").grade()).isEmpty();
        assertThat(neutrophils("35:100").item("icaht-late", 30, "12:00").grade())
                .isEmpty();
    }

    @Test
    void aBoundThatDoesNotDecideLeavesTheLeast() {
        var decided = CaseNotes.begin()
                .lab(0, "12:00", "neutrophils", "< 0.1 10*9/L")
                .lab(30, "12:00", "neutrophils", "2 10*9/L");
        var open = CaseNotes.begin()
                .lab(0, "12:00", "neutrophils", "< 0.5 10*9/L")
                .lab(30, "12:00", "neutrophils", "2 10*9/L");

        assertThat(decided.item("icaht-early", 30, "23:00").numbers().get("d100"))
                .isEqualTo(new BigDecimal(1));
        assertThat(open.item("icaht-early", 30, "23:00").grade()).isEmpty();
        assertThat(open.item("icaht-early", 30, "23:00").atLeast()).contains(new BigDecimal(1));
    }

    @Test
    void aCountAboveABoundIsNotLow() {
        var decided = CaseNotes.begin()
                .lab(0, "12:00", "neutrophils", "> 0.5 10*9/L")
                .lab(7, "12:00", "neutrophils", "0.6 10*9/L")
                .item("icaht-early", 8, "12:00");
        var open =
                CaseNotes.begin().lab(0, "12:00", "neutrophils", "> 0.4 10*9/L").item("icaht-early", 8, "12:00");

        assertThat(decided.numbers().get("d500")).isEqualTo(BigDecimal.ZERO);
        assertThat(decided.atLeast()).contains(BigDecimal.ZERO);
        assertThat(open.atLeast()).isEmpty();
        assertThat(open.missing()).containsExactly("neutrophils > 0.4 10*9/L as a number");
    }

    @ParameterizedTest
    @CsvSource({"< 50, 1, 0, 1", "< 20, 1, 1, 3", "> 50, 0, 0, 0", "> 20, 1, 0, 1"})
    void aBoundOfPlateletsCountsOnItsOwnSideOfALimit(String count, long under50, long under20, int least) {
        var item = CaseNotes.begin()
                .lab(0, "12:00", "platelets", count + " 10*9/L")
                .lab(1, "12:00", "platelets", "100 10*9/L")
                .item("icaht-platelets-early", 2, "12:00");

        assertThat(item.numbers().get("daysUnder50")).isEqualTo(BigDecimal.valueOf(under50));
        assertThat(item.numbers().get("daysUnder20")).isEqualTo(BigDecimal.valueOf(under20));
        assertThat(item.atLeast().isEmpty()).isEqualTo(count.equals("> 20"));
        assertThat(item.atLeast().orElse(BigDecimal.valueOf(least))).isEqualTo(BigDecimal.valueOf(least));
    }

    @Test
    void lateThePlateletsUnderABoundAreLow() {
        var notes = CaseNotes.begin()
                .lab(31, "12:00", "platelets", "< 20 10*9/L")
                .lab(40, "12:00", "platelets", "99 10*9/L");

        assertThat(notes.item("icaht-platelets-late", 101, "12:00").grade()).contains(3);
    }

    /// Three days above 500 end it.
    @ParameterizedTest
    @CsvSource({"8, 7", "9, 8", "10, 0"})
    void itIsNotOverBeforeThreeDaysAbove500(int day, int told) {
        var notes = neutrophils("0:900 1:700 2:480 3:300 4:300 5:300 6:300 7:400");
        for (int above = 8; above <= day; above++) {
            notes.lab(above, "12:00", "neutrophils", "0.6 10*9/L");
        }

        assertThat(notes.item("icaht-early", day, "23:00").text())
                .isEqualTo(
                        told == 0 ? Optional.empty() : Optional.of("not recovered, day " + told + " of neutropenia"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0:120 5:49 8:49 11:52 30:90                    | 4  | 0  | 1
        0:98 3:52 7:28 14:15 21:12 28:22 30:30         | 27 | 15 | 4
        0:50 7:50 14:50 21:50 28:50 30:50              | 0  | 0  | 0
        0:49.9 6:49.9 7:60 14:60 21:60 28:60 30:60     | 7  | 0  | 2
        0:20 7:100 14:100 21:100 28:100 30:100         | 3  | 0  | 1
        0:19.9 7:100 14:100 21:100 28:100 30:100       | 3  | 1  | 3
        """)
    void allDaysOfLowPlateletsCountEarly(String counts, BigDecimal under50, BigDecimal under20, int grade) {
        var item = platelets(counts).item("icaht-platelets-early", 30, "23:00");

        assertThat(item.numbers().get("daysUnder50")).isEqualTo(under50);
        assertThat(item.numbers().get("daysUnder20")).isEqualTo(under20);
        assertThat(item.grade()).contains(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "31:99.9 40:99.9, 1",
        "31:100 40:100, 0",
        "31:40 40:150, 0",
        "31:49.9 40:99, 2",
        "31:50 40:99, 1",
        "31:19 32:60, 3",
        "31:19 38:19 44:19, 4"
    })
    void twoLatePlateletsGrade(String counts, int grade) {
        assertThat(platelets(counts).item("icaht-platelets-late", 101, "12:00").grade())
                .contains(grade);
    }

    @Test
    void transfusedDaysAreMarked() {
        var item = platelets("0:98 3:52 7:28")
                .at(2, "12:00", Kind.TRANSFUSION, "'product': 'platelets', 'reason': 'count'")
                .item("icaht-platelets-early", 8, "12:00");

        assertThat(item.notes()).contains("platelets were transfused on day 2");
    }
}
