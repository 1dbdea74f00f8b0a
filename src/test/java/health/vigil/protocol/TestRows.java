package health.vigil.protocol;

import health.vigil.context.CaseNotes;
import health.vigil.grading.Policy;
import health.vigil.grading.Syndrome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Rows of a protocol, and the facts of a noted patient.
final class TestRows {
    static final LocalDate REVIEW_BY = LocalDate.of(2027, 2, 3);

    private TestRows() {}

    static ProtocolRow row(String id, Requirement... when) {
        return row(id, "1", "Call the physician", when);
    }

    static ProtocolRow row(String id, String version, String text, Requirement... when) {
        return new ProtocolRow(
                id,
                version,
                text,
                new RowSource("Haematology CRS policy", Optional.of("v7"), Optional.of("4")),
                new RowOwner("Dr A", "head of the CAR-T programme"),
                LocalDate.of(2026, 2, 3),
                REVIEW_BY,
                10,
                EnumSet.allOf(RowRole.class),
                List.of(when));
    }

    static GradeRange crs(int min, int max) {
        return new GradeRange(Syndrome.CRS, min, max);
    }

    static CaseFacts facts(CaseNotes notes, Instant at) {
        return facts(notes.patient(at));
    }

    static CaseFacts facts(CaseNotes.NotedPatient patient) {
        return new CaseFacts(patient.situation(), 50, patient.flags(), Policy.DEFAULT);
    }

    static CurrentPrompts prompts(CaseNotes notes, Instant at, ProtocolRow... rows) {
        return CurrentPrompts.of(new ProtocolTable("test", List.of(rows)), facts(notes, at), List.of());
    }

    /// Whether a row with these parts fits.
    static boolean fits(CaseNotes notes, Instant at, Requirement... when) {
        return !prompts(notes, at, row("r-1", when)).prompts().isEmpty();
    }

    /// Since when a row with these parts fits.
    static Instant since(CaseNotes notes, Instant at, Requirement... when) {
        return prompts(notes, at, row("r-1", when))
                .prompts()
                .getFirst()
                .fitting()
                .since();
    }

    static PromptAnswer done(ProtocolRow row, Instant at) {
        return done(row, at, at);
    }

    /// @param instanceFrom the begin of the instance that was answered
    static PromptAnswer done(ProtocolRow row, Instant instanceFrom, Instant at) {
        return new PromptAnswer(
                UUID.nameUUIDFromBytes(at.toString().getBytes(UTF_8)),
                row.id(),
                row.version(),
                instanceFrom,
                PromptResponse.DONE,
                at,
                "nurse",
                Optional.of(at),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static PromptAnswer planned(ProtocolRow row, Instant at, Instant until) {
        return new PromptAnswer(
                UUID.nameUUIDFromBytes(until.toString().getBytes(UTF_8)),
                row.id(),
                row.version(),
                at,
                PromptResponse.PLANNED,
                at,
                "nurse",
                Optional.empty(),
                Optional.of(until),
                Optional.empty(),
                Optional.empty());
    }
}
