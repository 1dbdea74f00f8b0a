/// Applies one batch in one transaction: resolves patients, removes duplicates, writes observations, grades,
/// raises alerts.
///
/// Start reading at [BatchTransaction].
@NullMarked
package health.vigil.monitor.batch;

import org.jspecify.annotations.NullMarked;
