/// Sends alerts to other systems as HL7 messages over MLLP (IHE ACM PCD-04).
///
/// Start reading at `AlarmCourier`.
@NullMarked
package health.vigil.hl7out;

import org.jspecify.annotations.NullMarked;
