/// The way in, whatever the format: checks what a sender may enter, sends it to Kafka, and says what became of it. One
/// package below for each protocol.
///
/// Start reading at {@link health.vigil.ingest.Intake}.
@NullMarked
package health.vigil.ingest;

import org.jspecify.annotations.NullMarked;
