/// Says that two numbers are one patient, and takes it back.
@NullMarked
package health.vigil.api.merge;

import org.jspecify.annotations.NullMarked;
