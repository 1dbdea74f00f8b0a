/// Tests drafts as a format other than JSON would create them.
@NullMarked
package health.vigil.intake.draft;

import org.jspecify.annotations.NullMarked;
