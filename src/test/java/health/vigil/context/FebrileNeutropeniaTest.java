package health.vigil.context;

import health.vigil.observation.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        "10:00 38.6,                       < 0.1, true"
    })
    void feverWithFewNeutrophils(String temperatures, String neutrophils, boolean is) {
        assertEquals(
                Optional.of(is),
                notes(temperatures, neutrophils)
                        .item("febrile-neutropenia", 3, "12:00")
                        .holds());
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

        assertEquals(
                Optional.of(is), notes.item("febrile-neutropenia", 3, "12:00").holds());
    }

    @Test
    void underOneWithNoneBeforeIsNotKnown() {
        var item = notes("10:00 38.6", "0.8").item("febrile-neutropenia", 3, "12:00");

        assertEquals(Optional.empty(), item.holds());
        assertTrue(item.missing().contains("the neutrophils before the newest"));
    }

    @ParameterizedTest
    @CsvSource({"06:00, true", "06:01, false"})
    void neutrophilsCountForFortyEightHours(String clock, boolean known) {
        var notes = notes("10:00 38.6", "0.2").temperature(5, "05:00", "38.6");

        var item = notes.item("febrile-neutropenia", 5, clock);

        assertEquals(known, item.holds().isPresent());
        assertTrue(known || item.reason().orElseThrow().equals("neutrophils not known for 48 h"));
    }

    @ParameterizedTest
    @CsvSource({"10:00, true", "10:01, false"})
    void aTemperatureCountsForADay(String clock, boolean feverish) {
        var notes = notes("10:00 38.6", "0.2").temperature(4, "09:00", "37.0");

        assertEquals(
                Optional.of(feverish),
                notes.item("febrile-neutropenia", 4, clock).holds());
    }

    @Test
    void withoutATemperatureItIsNotKnown() {
        var item =
                CaseNotes.begin().lab(3, "06:00", "neutrophils", "0.2 10*9/L").item("febrile-neutropenia", 3, "12:00");

        assertEquals(Optional.empty(), item.holds());
        assertTrue(item.missing().contains("temperature"));
    }

    @Test
    void anAttributedFeverCountsAndATemperatureThatCannotBeTrueDoesNot() {
        var notes = notes("10:00 38.6", "0.2")
                .at(
                        3,
                        "11:00",
                        Kind.ATTRIBUTION,
                        "'components': ['fever'], 'cause': 'bacteraemia', 'from': '2026-03-01T00:00:00Z'");

        assertEquals(
                Optional.of(true), notes.item("febrile-neutropenia", 3, "12:00").holds());
        assertEquals(
                Optional.empty(),
                notes("10:00 46", "0.2").item("febrile-neutropenia", 3, "12:00").holds());
    }

    @Test
    void culturesAndTheFirstAntibioticAreTold() {
        var notes = notes("13:48 38.6", "0.2");

        assertEquals(
                Optional.of(
                        "Neutropenic fever: sepsis looks the same. Cultures not charted, first antibiotic not charted"),
                notes.item("febrile-neutropenia", 3, "15:00").text());
        assertEquals(
                Optional.of("Neutropenic fever: sepsis looks the same. Cultures taken 14:20,"
                        + " first antibiotic 14:40 (52 min after the fever)"),
                notes.at(3, "14:20", Kind.CULTURE, "'specimen': 'blood', 'result': 'taken'")
                        .at(
                                3,
                                "14:40",
                                Kind.MEDICATION,
                                "'drug': 'other', 'drugName': 'piperacillin', 'indication': 'infection'")
                        .item("febrile-neutropenia", 3, "15:00")
                        .text());
    }
}
