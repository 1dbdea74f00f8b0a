/// Observations as JSON: what senders write, what the stream and the database keep, and the hash of the canonical form.
///
/// Start reading at {@link health.vigil.intake.json.SubmissionReader}.
@NullMarked
package health.vigil.intake.json;

import org.jspecify.annotations.NullMarked;
