package health.vigil.registry;

import health.vigil.context.CaseNotes;
import health.vigil.context.RandomNotes;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Kind;
import health.vigil.registry.RegistryCase.FeverFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static health.vigil.registry.RegistryCases.hour;
import static health.vigil.registry.RegistryCases.text;
import static org.assertj.core.api.Assertions.assertThat;

class RegistryExportTest {
    private static RegistryRow row(CaseNotes notes) {
        return RegistryCases.of(notes).row();
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfArrivalNeverMatters(long seed) {
        var notes = new RandomNotes(seed).draw();
        var shuffled = new ArrayList<>(notes.observations());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(RegistryCases.of(notes).row(shuffled).cells())
                .isEqualTo(RegistryCases.of(notes).row().cells());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyCellIsInTheList(long seed) {
        assertThat(RegistryRow.fields())
                .containsAll(row(new RandomNotes(seed).draw()).cells().keySet());
    }

    @Test
    void aNameOccursOnce() {
        assertThat(RegistryRow.fields()).doesNotHaveDuplicates().contains("crsFirstAt", "crsFirstAtLocal", "open");
    }

    /// Another list of columns needs another name.
    @ParameterizedTest
    @EnumSource
    void thePageDescribesEveryColumnOfTheList(RegistryColumn column) throws IOException {
        var page = Files.readString(Path.of("docs/registry.md"));

        assertThat(page).contains("`" + RegistryColumn.LIST + "`").contains("`" + column.field() + "`");
    }

    @Test
    void theEpisodeIsToldWithoutNameAndBirthDate() {
        var row = row(CaseNotes.begin());

        assertThat(text(row, "fieldList")).isEqualTo("REGISTRY-2");
        assertThat(text(row, "patient")).isEqualTo("p-1");
        assertThat(text(row, "product")).isEqualTo("axi-cel");
        assertThat(text(row, "ruleSets")).isEqualTo("ASTCT-2019/2");
        assertThat(RegistryRow.fields()).doesNotContain("name", "birthDate");
    }

    @ParameterizedTest
    @CsvSource({
        "methylprednisolone, 1000, 1, 187.6",
        "dexamethasone,        10, 4, 40.0",
        "prednisone,         66.7, 1, 10.0",
        "hydrocortisone,      267, 1, 10.0"
    })
    void steroidsAreToldAsDexamethasone(String drug, String milligrams, int doses, String equivalent) {
        var notes = CaseNotes.begin();
        for (int dose = 0; dose < doses; dose++) {
            notes.at(1 + dose, "12:00", Kind.MEDICATION, "'drug': '" + drug + "', 'dose': " + milligrams);
        }

        var row = row(notes);

        assertThat(text(row, "steroidDexamethasoneMilligrams")).isEqualTo(equivalent);
        assertThat(text(row, drug + "Doses")).isEqualTo(String.valueOf(doses));
    }

    @Test
    void aSteroidThatReplacesTheOwnIsNotCounted() {
        var row = row(CaseNotes.begin()
                .at(1, "12:00", Kind.MEDICATION, "'drug': 'hydrocortisone', 'dose': 20, 'indication': 'replacement'"));

        assertThat(text(row, "hydrocortisoneDoses")).isEqualTo("0");
        assertThat(text(row, "steroidDexamethasoneMilligrams")).isEmpty();
    }

    @Test
    void dosesAreCountedSinceTheInfusion() {
        var notes = CaseNotes.begin().drug(-1, "12:00", "tocilizumab");
        for (int day = 1; day <= 7; day++) {
            notes.at(day, "12:00", Kind.MEDICATION, "'drug': 'tocilizumab', 'dose': 560");
        }

        var row = row(notes);

        assertThat(text(row, "tocilizumabDoses")).isEqualTo("7");
        assertThat(text(row, "tocilizumabMilligrams")).isEqualTo("3920");
        assertThat(text(row, "tocilizumabFirstAt")).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(text(row, "tocilizumabLastAt")).isEqualTo("2026-03-08T12:00:00Z");
        assertThat(row(notes.drug(9, "12:00", "tocilizumab")).open()).contains("tocilizumab-dose-without-milligrams");
    }

    @Test
    void supportIsToldByItsHighestLevel() {
        var row = row(CaseNotes.begin()
                .at(1, "09:00", Kind.FLUID_BOLUS, "'volume': 500, 'reason': 'hypotension'")
                .at(1, "10:00", Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': 'started'")
                .at(3, "10:00", Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': 'stopped'")
                .at(2, "09:00", Kind.OXYGEN_THERAPY, "'device': 'high-flow-nasal-cannula', 'flow': 40, 'fio2': 0.6"));

        assertThat(text(row, "hypotension")).isEqualTo("one-vasopressor");
        assertThat(text(row, "hypotensionTreatedAt")).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(text(row, "vasopressors")).isEqualTo("norepinephrine:1-3");
        assertThat(text(row, "vasopressorsAtOnce")).isEqualTo("1");
        assertThat(text(row, "hypoxia")).isEqualTo("high-flow-or-mask");
        assertThat(text(row, "fio240OrMore")).isEqualTo("yes");
        assertThat(text(row, "oxygenHighestFlow")).isEqualTo("40");
    }

    @ParameterizedTest
    @CsvSource({
        "vasopressin,   10:00, one-vasopressor",
        "phenylephrine, 10:29, one-vasopressor",
        "phenylephrine, 10:30, several-vasopressors"
    })
    void severalVasopressorsRunTogetherForHalfAnHour(String second, String end, String told) {
        var row = row(CaseNotes.begin()
                .at(1, "09:00", Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': 'started'")
                .at(1, "10:00", Kind.VASOPRESSOR, "'agent': '" + second + "', 'action': 'started'")
                .at(1, end, Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': 'stopped'")
                .at(2, "10:00", Kind.VASOPRESSOR, "'agent': '" + second + "', 'action': 'stopped'"));

        assertThat(text(row, "hypotension")).isEqualTo(told);
        assertThat(text(row, "vasopressin")).isEqualTo(second.equals("vasopressin") ? "yes" : "no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'device': 'nasal-cannula', 'flow': 2             | low-flow          | not-known",
                "'device': 'nasal-cannula', 'flow': 2, 'fio2': 0.3 | low-flow         | no",
                "'device': 'nasal-cannula', 'flow': 7             | high-flow-or-mask | not-known",
                "'device': 'simple-mask', 'fio2': 0.4             | high-flow-or-mask | yes",
                "'device': 'ventilator', 'fio2': 0.3              | positive-pressure | no",
                "'device': 'cpap', 'reason': 'sleep-apnoea'       | none              | no",
                "'device': 'room-air'                             | none              | no"
            })
    void oxygenIsToldForHypoxia(String fields, String level, String fio2) {
        var row = row(CaseNotes.begin().at(1, "09:00", Kind.OXYGEN_THERAPY, fields));

        assertThat(text(row, "hypoxia")).isEqualTo(level);
        assertThat(text(row, "fio240OrMore")).isEqualTo(fio2);
    }

    @Test
    void theVentilatorIsCountedInDays() {
        var row = row(CaseNotes.begin()
                .at(2, "20:00", Kind.OXYGEN_THERAPY, "'device': 'ventilator'")
                .at(4, "08:00", Kind.OXYGEN_THERAPY, "'device': 'room-air'"));

        assertThat(text(row, "ventilatorDays")).isEqualTo("3");
    }

    @Test
    void neurologicalSignsAreToldByTheirWorst() {
        var row = row(CaseNotes.begin()
                .ice(2, "08:00", 8)
                .ice(2, "20:00", 3)
                .ice(3, "08:00", 3)
                .at(3, "09:00", Kind.NEURO_CHECK, "'capd': 9, 'consciousness': 'touch'")
                .at(3, "10:00", Kind.NEURO_CHECK, "'capd': 12, 'consciousness': 'voice'")
                .at(3, "11:00", Kind.SEIZURE, "'type': 'clinical', 'resolved': true")
                .finding(4, "08:00", "focal-oedema", true));

        assertThat(text(row, "iceLowest")).isEqualTo("3");
        assertThat(text(row, "iceLowestAt")).isEqualTo("2026-03-03T20:00:00Z");
        assertThat(text(row, "capdHighest")).isEqualTo("12");
        assertThat(text(row, "consciousnessLowest")).isEqualTo("touch");
        assertThat(text(row, "seizureTypes")).isEqualTo("clinical");
        assertThat(text(row, "oedema")).isEqualTo("focal");
        assertThat(text(row, "haemorrhage")).isEqualTo("no");
    }

    @Test
    void feverIsToldWithItsHighest() {
        var facts = new FeverFacts(
                Optional.of(hour(20)), Optional.of(new BigDecimal("39.4")), Optional.of(hour(40)), false);
        var row = RegistryCases.of(CaseNotes.begin()).fever(facts).row();

        assertThat(text(row, "feverFirstAt")).isEqualTo(hour(20).toString());
        assertThat(text(row, "temperatureHighest")).isEqualTo("39.4");
        assertThat(text(row, "temperatureHighestAt")).isEqualTo(hour(40).toString());
        assertThat(row.open()).doesNotContain("fever-read-at-home");
    }

    @Test
    void aFeverThatWasReadAtHomeIsOpen() {
        var facts =
                new FeverFacts(Optional.of(hour(20)), Optional.of(new BigDecimal("39.4")), Optional.of(hour(40)), true);

        assertThat(RegistryCases.of(CaseNotes.begin()).fever(facts).row().open())
                .contains("fever-read-at-home");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                              | not-known",
                "2:1.0 5:0.5                   | never-under",
                "2:0.4 5:0.6 6:0.7             | not-yet",
                "2:0.4 5:0.6 6:0.7 7:0.5       | 2026-03-06",
                "2:0.4 5:0.6 6:0.4 7:0.6 8:0.6 9:0.6 | 2026-03-08"
            })
    void neutrophilsRecoverWithThreeResults(String counts, String told) {
        var notes = CaseNotes.begin();
        Optional.ofNullable(counts).stream()
                .flatMap(text -> Arrays.stream(text.split(" ", -1)))
                .map(text -> text.split(":", -1))
                .forEach(parts -> notes.lab(Integer.parseInt(parts[0]), "06:00", "neutrophils", parts[1] + " 10*9/L"));

        assertThat(text(row(notes), "neutrophilsRecovered")).isEqualTo(told);
    }

    @Test
    void plateletsRecoverWithoutATransfusionInTheWeekBefore() {
        var notes = CaseNotes.begin().at(5, "08:00", Kind.TRANSFUSION, "'product': 'platelets', 'reason': 'count'");
        for (int day = 4; day <= 16; day++) {
            notes.lab(day, "06:00", "platelets", (day == 4 ? 12 : 30) + " 10*9/L");
        }

        assertThat(text(row(notes), "plateletsRecovered")).isEqualTo("2026-03-14");
    }

    @Test
    void organsAreToldByTheirHighestGrade() {
        var row =
                row(CaseNotes.begin().lab(3, "06:00", "alt", "300 U/L", "-56").lab(5, "06:00", "alt", "60 U/L", "-56"));

        assertThat(text(row, "ctcaeAltMax")).isEqualTo("3");
        assertThat(text(row, "ctcaeAstMax")).isEmpty();
        assertThat(text(row.confirmed(), "ctcaeAltMax")).isEmpty();
        assertThat(row.open()).contains("ctcae-alt-not-confirmed");
    }

    @Test
    void assessmentsEventsAndDeathAreTold() {
        var row = row(CaseNotes.begin()
                .at(
                        11,
                        "09:00",
                        Kind.SYNDROME_ASSESSMENT,
                        "'syndrome': 'iec-hs', 'present': true, 'grade': 3, 'basis': 'b'")
                .at(11, "10:00", Kind.MEDICATION, "'drug': 'anakinra', 'indication': 'iec-hs'")
                .at(12, "09:00", Kind.CULTURE, "'specimen': 'blood', 'result': 'positive'")
                .at(20, "09:00", Kind.DISEASE_EVENT, "'what': 'progression'")
                .at(25, "09:00", Kind.DEATH, "'cause': 'other'"));

        assertThat(text(row, "iecHsPresent")).isEqualTo("yes");
        assertThat(text(row, "iecHsGrade")).isEqualTo("3");
        assertThat(text(row, "iecHsTherapy")).isEqualTo("anakinra");
        assertThat(text(row, "culturesPositive")).isEqualTo("1");
        assertThat(text(row, "progressionAt")).isEqualTo("2026-03-21T09:00:00Z");
        assertThat(text(row, "deathCause")).isEqualTo("other");
        assertThat(text(row(CaseNotes.begin()), "iecHsPresent")).isEqualTo("not-assessed");
    }

    @Test
    void whatIsNotRecordedIsNamed() {
        var row = RegistryCases.quiet().row();

        assertThat(text(row, "open"))
                .contains(
                        "crs-not-confirmed", "icans-not-confirmed", "icaht-early-not-known", "infections-not-recorded");
        assertThat(RegistryExport.risesOfCrs(List.of())).isEmpty();
        assertThat(text(RegistryCases.quiet().grade(Syndrome.CRS, 24, 1).row(), "crsOccurred"))
                .isEqualTo("yes");
    }
}
