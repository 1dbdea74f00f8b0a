@NullMarked
package health.vigil.patient.episode;

import org.jspecify.annotations.NullMarked;
