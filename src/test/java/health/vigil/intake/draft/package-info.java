/// Drafts are checked as a format other than JSON makes them.
@NullMarked
package health.vigil.intake.draft;

import org.jspecify.annotations.NullMarked;
