package health.vigil.api.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.api.Cursor;
import health.vigil.json.Microseconds;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An entry of the history of grades. An unknown grade is `null`.
///
/// @param patientId the number that stands for the patient
/// @param sentAs the number under which it was graded, if that is another one
/// @param supersededBy the observation or change that superseded it
/// @param amendment whether it corrects an earlier entry
/// @param amended whether it corrects an earlier entry, or was itself corrected later
/// @param amendedBy the late or correcting observation that caused it
/// @param correction who corrected the admission, if that caused it
/// @param infusion who recorded a further infusion, if that caused it
/// @param merge who merged numbers or undid a merge, if that caused it
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

    /// A merge or its undoing. The numbers are named only while they are merged.
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
