/// Faults put on real processes under load, and what must hold after each of them. Nothing of it ships.
///
/// Start reading at {@link health.vigil.faults.FaultRun}.
@NullMarked
package health.vigil.faults;

import org.jspecify.annotations.NullMarked;
