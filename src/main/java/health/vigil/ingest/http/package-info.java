/// Observations over HTTP: reads a body, passes it to the intake, and answers.
///
/// Start reading at `ObservationsResource`.
@NullMarked
package health.vigil.ingest.http;

import org.jspecify.annotations.NullMarked;
