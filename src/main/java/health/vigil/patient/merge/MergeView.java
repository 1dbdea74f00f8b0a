package health.vigil.patient.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import health.vigil.store.PatientMerges.Merge;
import health.vigil.store.PatientMerges.MergeDecision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The numbers of a patient and their merges.
///
/// @param patientId the number that stands for the patient
/// @param numbers all numbers; the one that stands is first
/// @param merges newest first, with those that were undone
record MergeView(String patientId, List<String> numbers, List<MergeEntry> merges) {
    /// One merge.
    ///
    /// @param old the number that was merged into the other
    /// @param mergedAt when the merge took effect; absent while it is under way
    /// @param takenBackAt when the merge was undone
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record MergeEntry(
            UUID id,
            String old,
            String into,
            String by,
            String reason,
            Optional<Instant> mergedAt,
            Optional<Instant> takenBackAt,
            Optional<String> takenBackBy,
            Optional<String> takenBackReason) {
        static MergeEntry of(Merge merge) {
            return new MergeEntry(
                    merge.id(),
                    merge.old().value(),
                    merge.into().value(),
                    merge.asked().by(),
                    merge.asked().reason(),
                    merge.knownAt(),
                    merge.endedAt(),
                    merge.ended().map(MergeDecision::by),
                    merge.ended().map(MergeDecision::reason));
        }
    }

    static MergeView of(Numbers patient, List<Merge> merges) {
        return new MergeView(
                patient.patient().value(),
                patient.all().stream().map(PatientId::value).toList(),
                merges.stream().map(MergeEntry::of).toList());
    }
}
