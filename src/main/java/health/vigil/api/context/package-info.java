/// Scores and syndromes beside the grades, with their reasons.
@NullMarked
package health.vigil.api.context;

import org.jspecify.annotations.NullMarked;
