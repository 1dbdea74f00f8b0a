package health.vigil.policy;

import health.vigil.context.ContextPolicy;
import health.vigil.context.MilestoneTable;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Drug;
import health.vigil.protocol.AgeRange;
import health.vigil.protocol.DayWindow;
import health.vigil.protocol.DoseCount;
import health.vigil.protocol.DoseRequirement;
import health.vigil.protocol.GradeRange;
import health.vigil.protocol.ProtocolRow;
import health.vigil.protocol.ProtocolTable;
import health.vigil.protocol.Requirement;
import health.vigil.protocol.RowRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A file with a fault is refused with its name and the line.
class ProtocolFileTest {
    private static final String ROW = """
            {"rows": [
              {
                "id": "c1-1",
                "version": "3",
                "text": "Call the physician",
                "source": {"document": "CRS policy", "edition": "v7", "page": "4"},
                "owner": {"name": "Dr A", "role": "head of the programme"},
                "approvedAt": "2026-02-03",
                "reviewBy": "2027-02-03",
                "order": 10,
                "when": {"crs": {"min": 1}}
              }
            ]}
            """;

    private static ProtocolTable read(String text) {
        return ProtocolFile.of("protocol.json", text.getBytes(StandardCharsets.UTF_8), ContextPolicy.DEFAULT);
    }

    private static ProtocolTable when(String condition) {
        return read(ROW.replace("{\"crs\": {\"min\": 1}}", condition.replace('\'', '"')));
    }

    private static List<Requirement> parts(String condition) {
        return when(condition).rows().getFirst().when();
    }

    @Test
    void aRowIsReadWithItsOwnerSourceAndReviews() {
        ProtocolRow row = read(ROW).rows().getFirst();

        assertThat(row.id()).isEqualTo("c1-1");
        assertThat(row.introduction())
                .isEqualTo("Your protocol says (CRS policy v7, p. 4, owner Dr A, reviewed 3 Feb 2026):");
        assertThat(row.forRoles()).containsExactlyInAnyOrder(RowRole.values());
        assertThat(row.when()).containsExactly(new GradeRange(Syndrome.CRS, 1, 5));
    }

    @Test
    void theSameContentHasTheSameVersion() {
        assertThat(read(ROW).version()).isEqualTo(read(ROW).version()).startsWith("local-");
        assertThat(read(ROW.replace("Call", "Page")).version())
                .isNotEqualTo(read(ROW).version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"owner\": {\"name\": \"Dr A\", \"role\": \"head of the programme\"}, | 2 | rows[0].owner: is missing",
                "\"source\": {\"document\": \"CRS policy\", \"edition\": \"v7\", \"page\": \"4\"}, | 2 | rows[0].source: is missing",
                "\"approvedAt\": \"2026-02-03\", | 2 | rows[0].approvedAt: is missing",
                "\"reviewBy\": \"2027-02-03\", | 2 | rows[0].reviewBy: is missing",
                "\"id\": \"c1-1\", | 2 | rows[0].id: is missing",
                "\"version\": \"3\", | 2 | rows[0].version: is missing",
                "\"text\": \"Call the physician\", | 2 | rows[0].text: is missing",
                "\"order\": 10, | 2 | rows[0].order: is missing",
            })
    void whatIsMissingIsNamedWithItsRow(String field, int line, String fault) {
        assertThatThrownBy(() -> read(ROW.replace(field, "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("protocol.json, line " + line + ": " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Dr A\" | \"\" | 7 | rows[0].owner.name: is empty",
                "\"Dr A\" | \" \" | 7 | rows[0].owner.name: is blank",
                "\"CRS policy\" | \"\" | 6 | rows[0].source.document: is empty",
                "\"2026-02-03\" | \"\" | 8 | rows[0].approvedAt: must be a date such as 2026-02-03",
                "\"2027-02-03\" | \"3 Feb\" | 9 | rows[0].reviewBy: must be a date such as 2026-02-03",
                "\"2027-02-03\" | \"2026-02-02\" | 9 | rows[0].reviewBy: must not be before approvedAt",
                "\"c1-1\" | \"C1 1\" | 3 | rows[0].id: must be 1 to 64 small letters, digits or hyphens",
                "\"order\": 10 | \"order\": -1 | 10 | rows[0].order: must be a whole number from 0 to 9999",
                "\"order\": 10 | \"order\": 10, \"priority\": 1 | 10 | rows[0].priority: is not a field here",
                "\"Call the physician\" | \"Call\\nthem\" | 5 | rows[0].text: must be one line of plain text",
                "\"order\": 10 | \"order\": 10, \"forRoles\": [\"surgeon\"] | 10 | rows[0].forRoles[0]: must be one of nurse, physician",
                "\"order\": 10 | \"order\": 10, \"forRoles\": [] | 10 | rows[0].forRoles: is empty",
            })
    void whatIsWrongIsNamedWithItsLine(String text, String other, int line, String fault) {
        assertThatThrownBy(() -> read(ROW.replace(text, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("protocol.json, line " + line + ": " + fault);
    }

    @Test
    void aTextOfFourHundredCharactersIsTheLongest() {
        assertThat(read(ROW.replace("Call the physician", "x".repeat(400))).rows())
                .hasSize(1);
        assertThatThrownBy(() -> read(ROW.replace("Call the physician", "x".repeat(401))))
                .hasMessage("protocol.json, line 5: rows[0].text: is longer than 400 characters");
    }

    @Test
    void aRowThatStandsTwiceIsNamed() {
        var row = ROW.substring(ROW.indexOf("  {"), ROW.lastIndexOf(']')).strip();

        assertThatThrownBy(() -> read(ROW.replace("]}", ",\n" + row + "\n]}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("protocol\\.json, line 1[0-9]: rows\\[1]\\.id: is the id of an earlier row");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThatThrownBy(() -> read(ROW.replace("\"Dr A\"", "\"\"").replace("\"2027-02-03\"", "\"\"")))
                .hasMessage("protocol.json, line 7: rows[0].owner.name: is empty;"
                        + " protocol.json, line 9: rows[0].reviewBy: must be a date such as 2026-02-03");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fever': true} | rows[0].when.fever: is not a field here",
                "{'crs': {}} | rows[0].when.crs: needs min or max",
                "{'crs': {'min': 2, 'max': 1}} | rows[0].when.crs: min is above max",
                "{'crs': {'min': 6}} | rows[0].when.crs.min: must be a whole number from 0 to 5",
                "{'unknown': 'fever'} | rows[0].when.unknown: must be one of crs, icans",
                "{'unknown': ['fever']} | rows[0].when.unknown[0]: must be one of crs, icans",
                "{'flagsAny': ['hypotension']} | rows[0].when.flagsAny[0]: is not a flag",
                "{'flagsNone': []} | rows[0].when.flagsNone: is empty",
                "{'products': ['']} | rows[0].when.products[0]: is empty",
                "{'ageFrom': 20, 'ageTo': 18} | rows[0].when.ageFrom: ageFrom is above ageTo",
                "{'weightFrom': 0} | rows[0].when.weightFrom: must be a weight in kg, above 0 and up to 700",
                "{'weightFrom': 40, 'weightTo': 30} | rows[0].when.weightFrom: weightFrom is above weightTo",
                "{'dayFrom': 8, 'dayTo': 7} | rows[0].when.dayFrom: dayFrom is above dayTo",
                "{'context': [{'item': 'easix', 'band': 'high'}]} | rows[0].when.context[0].item: must be one of iec-hs, icaht-early, icaht-late, icaht-platelets-early, icaht-platelets-late, car-hematotox, hscore, ctcae-neutrophils, ctcae-platelets, ctcae-wbc, ctcae-lymphocytes, ctcae-haemoglobin, ctcae-alt, ctcae-ast, ctcae-bilirubin, ctcae-creatinine, ctcae-fibrinogen, febrile-neutropenia, late-neuro",
                "{'context': [{'item': 'hscore', 'band': 'above 169'}]} | rows[0].when.context[0].item: is not shown: set vigil.context.hscore",
                "{'context': [{'item': 'iec-hs', 'band': 'severe'}]} | rows[0].when.context[0].band: must be one of none, ferritin-only, features, pattern",
                "{'context': [{'item': 'iec-hs'}]} | rows[0].when.context[0]: needs a band or gradeMin for iec-hs",
                "{'context': [{'item': 'iec-hs', 'band': 'pattern', 'gradeMin': 2}]} | rows[0].when.context[0]: needs band or gradeMin, not both",
                "{'context': [{'item': 'late-neuro', 'gradeMin': 2}]} | rows[0].when.context[0].gradeMin: does not exist: late-neuro has no grade",
                "{'context': [{'item': 'ctcae-alt', 'band': 'high'}]} | rows[0].when.context[0].band: does not exist: ctcae-alt has no bands",
                "{'lasted': {'of': 'crs', 'hours': 72}} | rows[0].when.lasted.at: is missing",
                "{'lasted': {'of': 'fever', 'at': 1, 'hours': 72}} | rows[0].when.lasted.at: is not a field here",
                "{'lasted': {'of': 'fever', 'hours': 0}} | rows[0].when.lasted.hours: must be a whole number from 1 to 8760",
                "{'given': [{'drug': 'aspirine'}]} | rows[0].when.given[0].drug: must be one of",
                "{'given': [{'drug': 'tocilizumab', 'atLeast': 2, 'atMost': 1}]} | rows[0].when.given[0]: atLeast is above atMost",
                "{'given': [{'drug': 'tocilizumab', 'since': 'admission'}]} | rows[0].when.given[0].since: must be one of onset, infusion",
                "{'notGiven': [{'within': 6}]} | rows[0].when.notGiven[0].drug: is missing",
                "{'componentsAny': ['pressure']} | rows[0].when.componentsAny[0]: must be one of fever, hypotension",
                "{'findingsAny': ['tremor']} | rows[0].when.findingsAny[0]: must be one of focal-oedema",
            })
    void aConditionThatCannotBeReadIsNamed(String condition, String fault) {
        assertThatThrownBy(() -> when(condition))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("protocol.json, line 11: " + fault);
    }

    @Test
    void everyPartOfAConditionIsRead() {
        var parts = parts("""
                {'crs': {'max': 2}, 'icans': {'min': 1, 'max': 1}, 'unknown': 'icans', 'flagsAny': ['early-sign'],
                 'flagsNone': ['single-reading'], 'componentsAny': ['hypotension'], 'componentsNone': ['hypoxia'],
                 'findingsAny': ['rigidity'], 'findingsNone': ['posturing'], 'products': ['axi-cel'], 'ageFrom': 18,
                 'weightTo': 30, 'dayFrom': 1, 'dayTo': 14, 'context': [{'item': 'iec-hs', 'gradeMin': 2}],
                 'lasted': {'of': 'fever', 'hours': 72}, 'given': [{'drug': 'tocilizumab'}],
                 'notGiven': [{'drug': 'dexamethasone', 'within': 12, 'since': 'onset'}]}
                """);

        assertThat(parts).hasSize(17);
        assertThat(parts)
                .contains(
                        new AgeRange(18, 130),
                        new DayWindow(1, 14),
                        new DoseRequirement(
                                List.of(new DoseCount(
                                        Drug.TOCILIZUMAB,
                                        1,
                                        Integer.MAX_VALUE,
                                        Optional.empty(),
                                        DoseCount.DoseStart.INFUSION)),
                                true),
                        new DoseRequirement(
                                List.of(new DoseCount(
                                        Drug.DEXAMETHASONE,
                                        1,
                                        Integer.MAX_VALUE,
                                        Optional.of(Duration.ofHours(12)),
                                        DoseCount.DoseStart.ONSET)),
                                false));
    }

    @Test
    void atMostAloneIncludesNone() {
        assertThat(parts("{'given': [{'drug': 'tocilizumab', 'atMost': 3}]}"))
                .containsExactly(new DoseRequirement(
                        List.of(new DoseCount(Drug.TOCILIZUMAB, 0, 3, Optional.empty(), DoseCount.DoseStart.INFUSION)),
                        true));
    }

    @Test
    void aRowMayAskForTheHScoreWhereItIsShown() {
        var shown = new ContextPolicy(MilestoneTable.US_2025, true, List.of());
        var text = ROW.replace(
                "{\"crs\": {\"min\": 1}}", "{\"context\": [{\"item\": \"hscore\", \"band\": \"above 169\"}]}");

        assertThat(ProtocolFile.of("protocol.json", text.getBytes(StandardCharsets.UTF_8), shown)
                        .rows())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rows:", "{\"rows\": [}", "{\"rows\": [], \"rows\": []}", "{\"rows\": []} x"})
    void whatIsNotJsonIsRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("protocol.json ");
    }

    @Test
    void anotherFormIsRefused() {
        assertThatThrownBy(() -> read("[]")).hasMessage("protocol.json, line 1: must be an object");
        assertThatThrownBy(() -> read("{}")).hasMessage("protocol.json, line 1: rows: is missing");
        assertThatThrownBy(() -> read("{\"rows\": [1]}"))
                .hasMessage("protocol.json, line 1: rows[0]: must be an object");
    }

    @Test
    void aFileThatIsNotThereOrTooLargeIsRefused(@TempDir Path folder) throws IOException {
        var missing = folder.resolve("missing.json");
        var large = folder.resolve("large.json");
        Files.writeString(large, " ".repeat(1024 * 1024 + 1));

        assertThatThrownBy(() -> ProtocolFile.read(missing, ContextPolicy.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(missing + " cannot be read");
        assertThatThrownBy(() -> ProtocolFile.read(large, ContextPolicy.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(large + " is larger than 1 MiB");
    }

    @Test
    void aFaultStopsTheStart() {
        assertThatThrownBy(() -> ConfigurationCheck.under("vigil.protocol", () -> read("{}")))
                .hasMessage("Vigil does not start. protocol.json, line 1: rows: is missing."
                        + " Correct it under vigil.protocol.");
    }
}
