package health.vigil.policy;

import health.vigil.context.CaseNotes;
import health.vigil.context.ContextPolicy;
import health.vigil.grading.Policy;
import health.vigil.observation.Kind;
import health.vigil.protocol.CaseFacts;
import health.vigil.protocol.CurrentPrompts;
import health.vigil.protocol.ProtocolTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static health.vigil.context.CaseNotes.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The example in docs/examples/protocol.json: it starts nowhere, and once somebody owns it, it fits as its worked
/// cases say.
class ProtocolTemplateTest {
    private static final Path FILE = Path.of("docs/examples/protocol.json");

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ProtocolTable owned() {
        var text = text().replace("\"name\": \"\", \"role\": \"\"", "\"name\": \"Dr A\", \"role\": \"head\"")
                .replace("\"approvedAt\": \"\", \"reviewBy\": \"\"", """
                        "approvedAt": "2026-02-03", "reviewBy": "2027-02-03\"""");
        return ProtocolFile.of("protocol.json", text.getBytes(StandardCharsets.UTF_8), ContextPolicy.DEFAULT);
    }

    private static List<String> rows(CaseNotes notes, Instant at) {
        var patient = notes.patient(at);
        var facts = new CaseFacts(patient.situation(), 50, patient.flags(), Policy.DEFAULT);
        return CurrentPrompts.of(owned(), facts, List.of()).prompts().stream()
                .map(prompt -> prompt.fitting().row().id())
                .toList();
    }

    private static CaseNotes febrile() {
        return CaseNotes.begin().temperature(1, "08:00", "39").ice(1, "08:00", 10);
    }

    private static CaseNotes hypotensive() {
        return febrile().at(1, "08:30", Kind.VITAL_SIGNS, "'systolic': 84");
    }

    @Test
    void itStartsNowhereUntilSomebodyOwnsIt() {
        assertThatThrownBy(() -> ProtocolFile.read(FILE, ContextPolicy.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows[0].owner.name: is empty")
                .hasMessageContaining("rows[0].reviewBy: must be a date");
        assertThat(owned().rows()).hasSize(15);
    }

    @Test
    void grade2WithoutTocilizumab() {
        assertThat(rows(hypotensive(), time(1, "10:00"))).containsExactly("c2-1");
    }

    @Test
    void grade2ThatPersistsAfterADose() {
        var notes = hypotensive().drug(1, "09:00", "tocilizumab");

        assertThat(rows(notes, time(1, "12:00"))).containsExactly("c2-1", "c2-2");
    }

    @Test
    void grade3AfterFourDoses() {
        var notes = hypotensive()
                .drug(1, "09:00", "tocilizumab")
                .drug(1, "17:00", "tocilizumab")
                .drug(2, "01:00", "tocilizumab")
                .drug(2, "09:00", "tocilizumab")
                .ice(2, "08:00", 10)
                .temperature(2, "07:00", "39")
                .at(2, "08:00", Kind.VASOPRESSOR, "'agent': 'norepinephrine', 'action': 'started'");

        assertThat(rows(notes, time(2, "10:00"))).containsExactly("c3-1", "tx-1");
    }

    @Test
    void grade1ForThreeDays() {
        var notes = febrile();
        for (int day = 2; day <= 4; day++) {
            notes.temperature(day, "07:00", "38.5").ice(day, "07:00", 10);
        }

        assertThat(rows(notes, time(4, "07:59"))).containsExactly("c1-1");
        assertThat(rows(notes, time(4, "08:00"))).containsExactly("c1-1", "c1-2");
    }

    @Test
    void anUnknownGradeIsATask() {
        var notes = CaseNotes.begin().temperature(1, "08:00", "36.8");

        assertThat(rows(notes, time(1, "10:00"))).containsExactly("u-1");
    }

    @Test
    void icansWithAndWithoutCrs() {
        var without = CaseNotes.begin().temperature(1, "08:00", "36.8").ice(1, "08:00", 8);
        var with = CaseNotes.begin().temperature(1, "08:00", "39").ice(1, "08:00", 8);

        assertThat(rows(without, time(1, "10:00"))).containsExactly("i1-1");
        assertThat(rows(with, time(1, "10:00"))).containsExactly("c1-1", "i1-2");
    }

    @Test
    void neutropenicFeverBesideCrs() {
        var notes = febrile().lab(1, "06:00", "neutrophils", "0.2 10*9/L");

        assertThat(rows(notes, time(1, "10:00"))).containsExactly("c1-1", "fn-1");
    }

    @Test
    void thePatternOfIecHs() {
        var notes = CaseNotes.begin()
                .temperature(3, "12:00", "39")
                .lab(3, "08:00", "ferritin", "4500 ng/mL", "-300")
                .drug(3, "12:00", "tocilizumab")
                .lab(3, "20:00", "platelets", "72 10*9/L")
                .lab(4, "11:00", "ferritin", "12800 ng/mL", "-300")
                .lab(4, "11:00", "fibrinogen", "1.2 g/L")
                .lab(4, "11:00", "platelets", "38 10*9/L")
                .temperature(4, "10:00", "39")
                .ice(4, "10:00", 10);

        assertThat(rows(notes, time(4, "12:00"))).contains("h-1");
        assertThat(rows(notes, time(4, "10:59"))).doesNotContain("h-1");
    }
}
