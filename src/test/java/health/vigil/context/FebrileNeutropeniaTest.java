package health.vigil.context;

import health.vigil.observation.Kind;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FebrileNeutropeniaTest {
    /// Temperatures as `10:00 38.0 10:30 37.9`, on day 3.
    private static CaseNotes notes(String temperatures, String neutrophils) {
        var notes = CaseNotes.begin().lab(3, "06:00", "neutrophils", neutrophils + " 10*9/L");
        var words = temperatures.split(" ", -1);
        for (int word = 0; word < words.length; word += 2) {
            notes.temperature(3, words[word], words[word + 1]);
        }
        return notes;
    }

    @ParameterizedTest
    @CsvSource({
        "10:00 38.3,                       0.49,  true",
        "10:00 38.2,                       0.2,   false",
        "10:00 38.0 11:00 38.1,            0.2,   true",
        "10:00 38.0 10:59 38.1,            0.2,   false",
        "07:00 38.0 11:00 38.0,            0.2,   true",
        "06:59 38.0 11:00 38.0,            0.2,   false",
        "10:00 38.0 10:30 37.9 11:00 38.0, 0.2,   false",
        "10:00 38.0 10:30 38.2 11:00 38.0, 0.2,   true",
        "10:00 38.0 11:00 37.9 11:00 38.1, 0.2,   true",
        "09:30 38.0 10:00 38.0 10:20 37.5 11:00 38.0, 0.2, false",
        "09:00 38.0 09:30 37.5 10:00 38.0 11:30 38.0, 0.2, true",
        "10:00 38.6,                       < 0.1, true"
    })
    void feverWithFewNeutrophils(String temperatures, String neutrophils, boolean is) {
        assertThat(notes(temperatures, neutrophils)
                        .item("febrile-neutropenia", 3, "12:00")
                        .holds())
                .contains(is);
    }

    /// A continuous monitor sends one each second. A comparison of each pair with all between them would not end.
    @Test
    void noTwoOfManyTemperaturesAreFeverWithALowerOneBetweenThem() {
        var notes = CaseNotes.begin().lab(3, "06:00", "neutrophils", "0.2 10*9/L");
        for (int second = 0; second < 4 * 60 * 60; second++) {
            var at = LocalTime.of(7, 59, 59).plusSeconds(second).toString();
            notes.temperature(3, at, second % 2 == 0 ? "38.1" : "37.9");
        }

        assertThat(notes.item("febrile-neutropenia", 3, "12:00").holds()).contains(false);
    }

    @ParameterizedTest
    @CsvSource({
        "1.4, 0.8, true",
        "0.6, 0.8, false",
        "0.8, 0.8, false",
        "1.4, 1.0, false",
        "0.4, 0.5, false",
        "0.2, 0.4, true"
    })
    void underOneTheyHaveToFall(String before, String now, boolean is) {
        var notes = notes("10:00 38.6", now).lab(2, "06:00", "neutrophils", before + " 10*9/L");

        assertThat(notes.item("febrile-neutropenia", 3, "12:00").holds()).contains(is);
    }

    @Test
    void underOneWithNoneBeforeIsNotKnown() {
        var item = notes("10:00 38.6", "0.8").item("febrile-neutropenia", 3, "12:00");

        assertThat(item.holds()).isEmpty();
        assertThat(item.missing()).contains("the neutrophils before the newest");
    }

    @Test
    void aBoundThatDoesNotDecideIsNamed() {
        var item = notes("10:00 38.6", "< 0.9")
                .lab(2, "06:00", "neutrophils", "0.8 10*9/L")
                .item("febrile-neutropenia", 3, "12:00");

        assertThat(item.holds()).isEmpty();
        assertThat(item.missing()).containsExactly("neutrophils < 0.9 10*9/L as a number");
    }

    @ParameterizedTest
    @CsvSource({"06:00, true", "06:01, false"})
    void neutrophilsCountForFortyEightHours(String clock, boolean known) {
        var notes = notes("10:00 38.6", "0.2").temperature(5, "05:00", "38.6");

        var item = notes.item("febrile-neutropenia", 5, clock);

        assertThat(item.holds().isPresent()).isEqualTo(known);
        assertThat(known || item.reason().orElseThrow().equals("neutrophils not known for 48 h"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10:00, true", "10:01, false"})
    void aTemperatureCountsForADay(String clock, boolean feverish) {
        var notes = notes("10:00 38.6", "0.2").temperature(4, "09:00", "37.0");

        assertThat(notes.item("febrile-neutropenia", 4, clock).holds()).contains(feverish);
    }

    @Test
    void withoutATemperatureItIsNotKnown() {
        var item =
                CaseNotes.begin().lab(3, "06:00", "neutrophils", "0.2 10*9/L").item("febrile-neutropenia", 3, "12:00");

        assertThat(item.holds()).isEmpty();
        assertThat(item.missing()).contains("temperature");
    }

    @ParameterizedTest
    @CsvSource({"36.8", "38.2"})
    void aTemperatureAtHomeThatIsNoFeverLeavesItUnknown(String celsius) {
        var item = CaseNotes.begin()
                .lab(3, "06:00", "neutrophils", "0.2 10*9/L")
                .at(3, "10:00", Kind.VITAL_SIGNS, "'temperature': " + celsius + ", 'setting': 'home'")
                .item("febrile-neutropenia", 3, "12:00");

        assertThat(item.holds()).isEmpty();
        assertThat(item.missing()).contains("temperature");
    }

    @Test
    void aNormalTemperatureAtHomeCancelsNoFever() {
        var notes = notes("10:00 38.0 11:00 38.0", "0.2")
                .at(3, "10:30", Kind.VITAL_SIGNS, "'temperature': 36.8, 'setting': 'home'");

        assertThat(notes.item("febrile-neutropenia", 3, "12:00").holds()).contains(true);
    }

    @Test
    void aFeverAtHomeCountsAndIsMarked() {
        var item = CaseNotes.begin()
                .lab(3, "06:00", "neutrophils", "0.2 10*9/L")
                .at(3, "10:00", Kind.VITAL_SIGNS, "'temperature': 38.6, 'setting': 'home'")
                .item("febrile-neutropenia", 3, "12:00");

        assertThat(item.holds()).contains(true);
        assertThat(item.facts().getFirst().finding()).isEqualTo("temperature 38.6 Cel (home, not confirmed)");
    }

    @Test
    void anAttributedFeverCountsAndATemperatureThatCannotBeTrueDoesNot() {
        var notes = notes("10:00 38.6", "0.2")
                .at(
                        3,
                        "11:00",
                        Kind.ATTRIBUTION,
                        "'components': ['fever'], 'cause': 'bacteraemia', 'from': '2026-03-01T00:00:00Z'");

        assertThat(notes.item("febrile-neutropenia", 3, "12:00").holds()).contains(true);
        assertThat(notes("10:00 46", "0.2")
                        .item("febrile-neutropenia", 3, "12:00")
                        .holds())
                .isEmpty();
    }

    /// Otherwise the next dose would count as the first.
    @Test
    void theFirstAntibioticIsThatOfTheWholeFever() {
        var notes = CaseNotes.begin()
                .lab(3, "06:00", "neutrophils", "0.2 10*9/L")
                .temperature(2, "13:00", "38.6")
                .temperature(3, "09:00", "38.6")
                .at(2, "13:20", Kind.CULTURE, "'specimen': 'blood', 'result': 'taken'");
        for (var clock : List.of("13:30", "21:30")) {
            notes.at(
                    2,
                    clock,
                    Kind.MEDICATION,
                    "'drug': 'other', 'drugName': 'piperacillin', 'indication': 'infection'");
        }

        assertThat(notes.item("febrile-neutropenia", 3, "12:00").text())
                .contains("Neutropenic fever: sepsis looks the same. Cultures taken 13:20,"
                        + " first antibiotic 13:30 (30 min after the fever)");
    }

    /// The begin of such a fever may lie before the readings that are looked at.
    @Test
    void nothingIsCalledTheFirstOfAFeverOfMoreThanADay() {
        var notes = CaseNotes.begin().lab(5, "06:00", "neutrophils", "0.2 10*9/L");
        for (int day = 2; day <= 5; day++) {
            notes.temperature(day, "10:00", "38.6")
                    .at(
                            day,
                            "10:30",
                            Kind.MEDICATION,
                            "'drug': 'other', 'drugName': 'piperacillin', 'indication': 'infection'");
        }

        assertThat(notes.item("febrile-neutropenia", 5, "12:00").text())
                .contains("Neutropenic fever for a day or longer: sepsis looks the same. Cultures not charted,"
                        + " antibiotics last charted 6 Mar 10:30");
    }

    @Test
    void whatWasChartedBeforeTheFeverIsToldAsSuch() {
        var notes = notes("13:48 38.6", "0.2").at(1, "08:00", Kind.CULTURE, "'specimen': 'blood', 'result': 'taken'");

        assertThat(notes.item("febrile-neutropenia", 3, "15:00").text())
                .contains("Neutropenic fever: sepsis looks the same. Cultures not charted since the fever,"
                        + " last 2 Mar 08:00, first antibiotic not charted");
    }

    @Test
    void culturesAndTheFirstAntibioticAreTold() {
        var notes = notes("13:48 38.6", "0.2");

        assertThat(notes.item("febrile-neutropenia", 3, "15:00").text())
                .contains(
                        "Neutropenic fever: sepsis looks the same. Cultures not charted, first antibiotic not charted");
        assertThat(notes.at(3, "14:20", Kind.CULTURE, "'specimen': 'blood', 'result': 'taken'")
                        .at(
                                3,
                                "14:40",
                                Kind.MEDICATION,
                                "'drug': 'other', 'drugName': 'piperacillin', 'indication': 'infection'")
                        .item("febrile-neutropenia", 3, "15:00")
                        .text())
                .contains("Neutropenic fever: sepsis looks the same. Cultures taken 14:20,"
                        + " first antibiotic 14:40 (52 min after the fever)");
    }
}
