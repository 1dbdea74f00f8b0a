/// Intake, independent of the format: checks what a sender may enter, sends it to Kafka, and returns the outcome.
/// There is one package below for each protocol.
///
/// Start reading at {@link health.vigil.ingest.Intake}.
@NullMarked
package health.vigil.ingest;

import org.jspecify.annotations.NullMarked;
