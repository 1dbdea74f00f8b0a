/// The audit trail: who did or saw what, and the hash chain that reveals changes.
@NullMarked
package health.vigil.audit;

import org.jspecify.annotations.NullMarked;
