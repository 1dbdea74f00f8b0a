/// Injects faults into real processes under load and checks the invariants after each. Not part of the
/// product.
///
/// Start reading at {@link health.vigil.faults.FaultRun}.
@NullMarked
package health.vigil.faults;

import org.jspecify.annotations.NullMarked;
