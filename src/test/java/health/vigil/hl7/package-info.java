/// Tests of HL7 v2: frames, text, answers, results and events.
@NullMarked
package health.vigil.hl7;

import org.jspecify.annotations.NullMarked;
