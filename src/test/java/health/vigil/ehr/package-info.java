/// Cards of CDS Hooks.
@NullMarked
package health.vigil.ehr;

import org.jspecify.annotations.NullMarked;
