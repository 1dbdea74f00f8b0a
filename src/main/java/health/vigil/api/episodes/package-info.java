/// Admission, moves, corrected baselines and discharge.
@NullMarked
package health.vigil.api.episodes;

import org.jspecify.annotations.NullMarked;
