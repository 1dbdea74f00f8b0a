@NullMarked
package health.vigil.intake.http;

import org.jspecify.annotations.NullMarked;
