/// The conductor: reads the stream, applies each batch in one transaction, lets time pass, and relays what was told.
///
/// Start reading at {@link health.vigil.monitor.StreamLoop}, then {@link health.vigil.monitor.BatchTransaction}.
@NullMarked
package health.vigil.monitor;

import org.jspecify.annotations.NullMarked;
