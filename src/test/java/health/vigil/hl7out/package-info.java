@NullMarked
package health.vigil.hl7out;

import org.jspecify.annotations.NullMarked;
