/// From what senders write to observations, or a refusal with its reasons; and back to one canonical form.
///
/// Start reading at {@link health.vigil.intake.SubmissionReader}.
@NullMarked
package health.vigil.intake;

import org.jspecify.annotations.NullMarked;
