package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.api.Cursor;
import health.vigil.json.Microseconds;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An entry of the history of grades. A grade that was not known is `null`.
///
/// @param patientId the number that stands for the patient
/// @param sentAs the number that it was graded under, where that is another
/// @param supersededBy what told it otherwise
/// @param amendment whether it told something otherwise than before
/// @param amended whether it did, or was told otherwise since
/// @param amendedBy the late or correcting entry that did
/// @param correction who corrected the admission, where that told it so
/// @param infusion who recorded a further infusion, where that told it so
/// @param merge who joined or parted the numbers, where that told it so
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record GradeChangeView(
        long number,
        String patientId,
        Optional<String> sentAs,
        UUID episodeId,
        String syndrome,
        @Microseconds Instant at,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Integer> previous,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Integer> grade,
        String cause,
        Optional<String> observationId,
        @Microseconds Instant knownAt,
        @Microseconds Optional<Instant> supersededAt,
        Optional<String> supersededBy,
        boolean amendment,
        boolean amended,
        Optional<String> amendedBy,
        String ruleSet,
        String policyVersion,
        Optional<EntryView> correction,
        Optional<EntryView> infusion,
        Optional<MergeNote> merge) {
    /// Who entered something, when and why.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record EntryView(String by, @Microseconds Instant at, Optional<String> reason) {}

    /// Which numbers were joined is told while they are.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record MergeNote(
            boolean takenBack,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> by,
            @Microseconds Instant at,
            Optional<String> old,
            Optional<String> into,
            Optional<String> reason) {}

    Cursor place() {
        return new Cursor(at, Long.toString(number));
    }
}
