/// The contract of each kind, independent of the format. A draft holds what a sender wrote, in types. Its check
/// returns the content, or notes every fault at its field.
///
/// Start reading at {@link health.vigil.intake.draft.SubmissionDraft}.
@NullMarked
package health.vigil.intake.draft;

import org.jspecify.annotations.NullMarked;
