/// The contract of each kind, whatever the format: a draft holds what a sender wrote, in types, and its check gives the
/// content, or notes every fault at its field.
///
/// Start reading at {@link health.vigil.intake.draft.SubmissionDraft}.
@NullMarked
package health.vigil.intake.draft;

import org.jspecify.annotations.NullMarked;
