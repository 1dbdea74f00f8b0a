/// Processes the stream: `loop` reads it, `batch` applies a batch in one transaction, `round` acts when time
/// passes.
///
/// Start reading at {@link health.vigil.monitor.loop.StreamLoop}, then
/// {@link health.vigil.monitor.batch.BatchTransaction}.
@NullMarked
package health.vigil.monitor;

import org.jspecify.annotations.NullMarked;
