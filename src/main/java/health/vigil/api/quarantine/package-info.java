/// What was accepted and could not be applied, until someone settles it. Nothing is ever dropped.
@NullMarked
package health.vigil.api.quarantine;

import org.jspecify.annotations.NullMarked;
