/// Records that were accepted but could not be applied, until someone settles them. Nothing is ever dropped.
@NullMarked
package health.vigil.api.quarantine;

import org.jspecify.annotations.NullMarked;
