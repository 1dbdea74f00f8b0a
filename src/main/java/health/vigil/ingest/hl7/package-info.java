/// Receives HL7 v2 messages over MLLP.
///
/// Start reading at [MllpServer]. [MllpListener] keeps the connections, and [Hl7Intake] answers each message.
@NullMarked
package health.vigil.ingest.hl7;

import org.jspecify.annotations.NullMarked;
