/// Observations over HTTP: reads a body, checks what its sender may enter, sends it to Kafka, and answers.
///
/// Start reading at `ObservationsIntake`.
@NullMarked
package health.vigil.ingest;

import org.jspecify.annotations.NullMarked;
