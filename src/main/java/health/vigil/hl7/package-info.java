/// HL7 v2: frames, text, answers, and what results and events say. Pure so far: no sockets, no database.
///
/// Start reading at {@link health.vigil.hl7.Hl7Reader}.
@NullMarked
package health.vigil.hl7;

import org.jspecify.annotations.NullMarked;
