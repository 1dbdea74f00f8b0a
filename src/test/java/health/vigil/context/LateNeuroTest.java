package health.vigil.context;

import health.vigil.observation.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LateNeuroTest {
    private static String band(CaseNotes notes, int day, String clock) {
        return notes.item("late-neuro", day, clock).band().orElse("null");
    }

    private static List<String> firstSigns(ContextItem item) {
        return item.facts().stream()
                .filter(fact -> fact.finding().contains("first seen"))
                .map(Fact::finding)
                .toList();
    }

    private static CaseNotes tremor(CaseNotes notes, int day, String clock, int ice) {
        return notes.at(day, clock, Kind.NEURO_CHECK, "'ice': " + ice + ", 'tremor': true");
    }

    /// Published: 78 years, slow and unsteady, seen on day 81; right facial weakness on day 91.
    @Test
    void signsAreToldWithTheDayTheyWereSeen() {
        var notes = CaseNotes.begin()
                .product("cilta-cel")
                .finding(81, "10:00", "bradykinesia", true)
                .finding(85, "10:00", "bradykinesia", true)
                .finding(91, "10:00", "facial-palsy", true);

        var item = notes.item("late-neuro", 92, "12:00");

        assertThat(item.band()).contains("signs");
        assertThat(firstSigns(item).stream().sorted(Comparator.reverseOrder()).toList())
                .containsExactly("facial palsy first seen on day 91", "bradykinesia first seen on day 81");
    }

    /// Published: 61 years, CD19 product, tremor and slow gait on day 4.
    @Test
    void aSlowGaitIsASignAtAnyTime() {
        assertThat(band(
                        tremor(CaseNotes.begin(), 4, "10:00", 10).finding(4, "10:00", "bradykinesia", true),
                        4,
                        "12:00"))
                .isEqualTo("signs");
    }

    @Test
    void anEarlyTremorIsOfIcans() {
        assertThat(band(tremor(tremor(CaseNotes.begin(), 3, "10:00", 8), 4, "10:00", 8), 4, "12:00"))
                .isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({"9, 10, 11:00, 10, signs", "9, 10, 09:00, 10, none", "9, 10, 10:00, 10, signs", "7, 10, 11:00, 10, none"
    })
    void aTremorCountsOnTwoChecksADayApart(int first, int second, String clock, int ice, String band) {
        var notes = tremor(tremor(CaseNotes.begin(), first, "10:00", ice), second, clock, ice)
                .lab(8, "08:00", "lymphocytes", "1 10*9/L");

        assertThat(band(notes, 10, "12:00")).isEqualTo(band);
    }

    @Test
    void aTremorCountsOnlyWhileTheIceIsAtTheBaseline() {
        var notes = CaseNotes.begin().baselineIce(9);

        assertThat(band(tremor(tremor(notes, 9, "10:00", 9), 10, "11:00", 9), 10, "12:00"))
                .isEqualTo("signs");
        assertThat(firstSigns(tremor(tremor(CaseNotes.begin(), 9, "10:00", 9), 10, "11:00", 9)
                        .item("late-neuro", 10, "12:00")))
                .isEmpty();
    }

    @Test
    void aSignThatIsGoneCountsNoLonger() {
        var notes = CaseNotes.begin()
                .lab(8, "08:00", "lymphocytes", "1 10*9/L")
                .finding(20, "10:00", "rigidity", true)
                .finding(30, "10:00", "rigidity", false);

        assertThat(band(notes, 29, "12:00")).isEqualTo("signs");
        assertThat(band(notes, 30, "12:00")).isEqualTo("none");
        assertThat(firstSigns(notes.finding(40, "10:00", "rigidity", true).item("late-neuro", 41, "12:00")))
                .containsExactly("rigidity first seen on day 40");
    }

    @ParameterizedTest
    @CsvSource({"3.1, 12, notes", "3.0, 12, none", "3.1, 14, notes", "> 3.0, 12, notes"})
    void manyLymphocytesByDay14AreARisk(String count, int day, String band) {
        var item = CaseNotes.begin()
                .lab(day, "08:00", "lymphocytes", count + " 10*9/L")
                .item("late-neuro", 20, "12:00");

        assertThat(item.band()).contains(band);
        assertThat(!item.bandAtLeast()).isTrue();
    }

    @Test
    void withoutLymphocytesNoneIsTheLeast() {
        var item = CaseNotes.begin().lab(15, "08:00", "lymphocytes", "5 10*9/L").item("late-neuro", 20, "12:00");

        assertThat(item.band()).contains("none");
        assertThat(item.bandAtLeast()).isTrue();
        assertThat(item.missing()).containsExactly("lymphocytes up to day 14");
    }

    @Test
    void crsOfTwoOrIcansThatIsOverIsARisk() {
        var crs = CaseNotes.begin().temperature(2, "08:00", "39").at(2, "09:00", Kind.VITAL_SIGNS, "'systolic': 80");
        var icans = CaseNotes.begin().ice(3, "08:00", 8).ice(4, "08:00", 10);

        assertThat(band(crs, 10, "12:00")).isEqualTo("notes");
        assertThat(band(icans, 4, "12:00")).isEqualTo("notes");
        assertThat(band(icans, 3, "12:00")).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "13,  handwriting sample: every week,  false",
        "14,  handwriting sample: every week,  true",
        "28,  handwriting sample: every week,  true",
        "29,  handwriting sample: every month, true",
        "180, handwriting sample: every month, true",
        "181, '',                              true"
    })
    void whatToAskDependsOnTheDay(int day, String sample, boolean questions) {
        var notes = CaseNotes.begin().item("late-neuro", day, "12:00").notes();

        assertThat(notes.stream().filter(note -> note.startsWith("handwriting")).toList())
                .isEqualTo(sample.isEmpty() ? List.of() : List.of(sample));
        assertThat(notes.stream().anyMatch(note -> note.startsWith("questions at every visit")))
                .isEqualTo(questions);
    }

    private static Optional<Boolean> weightLoss(CaseNotes notes) {
        return notes.item("late-neuro", 20, "12:00").facts().stream()
                .filter(fact -> fact.name().equals("weight-loss"))
                .findFirst()
                .flatMap(Fact::holds);
    }

    @ParameterizedTest
    @CsvSource({"76, true", "76.1, false"})
    void aTwentiethOfTheOwnWeightIsALoss(String now, boolean loss) {
        var weighed = CaseNotes.begin()
                .weighing("100")
                .at(-3, "08:00", Kind.WEIGHT, "'kg': 80")
                .at(19, "08:00", Kind.WEIGHT, "'kg': " + now);
        var admitted = CaseNotes.begin().weighing("80").at(19, "08:00", Kind.WEIGHT, "'kg': " + now);

        assertThat(weightLoss(weighed)).contains(loss);
        assertThat(weightLoss(admitted)).contains(loss);
        assertThat(weighed.item("late-neuro", 20, "12:00").band()).contains("none");
    }

    @Test
    void withoutTwoWeightsALossIsNotKnown() {
        assertThat(weightLoss(CaseNotes.begin().weighing("80"))).isEmpty();
        assertThat(weightLoss(CaseNotes.begin().at(19, "08:00", Kind.WEIGHT, "'kg': 60")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, null", "365, signs", "366, null"})
    void itIsWatchedForAYear(int day, String band) {
        assertThat(band(CaseNotes.begin().finding(10, "10:00", "gait-change", true), day, "12:00"))
                .isEqualTo(band);
    }
}
