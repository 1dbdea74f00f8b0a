/// The audit trail: who did or saw what, and the hash chain that shows whether somebody altered it.
@NullMarked
package health.vigil.audit;

import org.jspecify.annotations.NullMarked;
