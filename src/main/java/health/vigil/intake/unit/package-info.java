/// The closed table of UCUM units that senders may use, with exact conversions.
@NullMarked
package health.vigil.intake.unit;

import org.jspecify.annotations.NullMarked;
