/// Observations as JSON: as senders write them, as the stream and the database store them, and the hash of the
/// canonical form.
///
/// Start reading at {@link health.vigil.intake.json.SubmissionReader}.
@NullMarked
package health.vigil.intake.json;

import org.jspecify.annotations.NullMarked;
