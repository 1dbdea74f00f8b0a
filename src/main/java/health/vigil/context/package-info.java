/// Scores and syndromes beside the grades: what the same record says of them, with a reason for each. Pure. None of
/// them is a grade of CRS or ICANS, and none raises an alert. Start at {@link health.vigil.context.ContextItems}.
@NullMarked
package health.vigil.context;

import org.jspecify.annotations.NullMarked;
