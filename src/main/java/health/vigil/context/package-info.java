/// Scores and syndromes beside the grades, with reasons, computed from the same record. Pure code. None of
/// them is a grade of CRS or ICANS, and none raises an alert. Start reading at {@link
/// health.vigil.context.ContextItems}.
@NullMarked
package health.vigil.context;

import org.jspecify.annotations.NullMarked;
