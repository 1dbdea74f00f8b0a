/// Statements of other systems, whatever their format: decides which are kept, and sends them to the stream.
///
/// Start reading at [ExchangeIntake].
@NullMarked
package health.vigil.ingest.exchange;

import org.jspecify.annotations.NullMarked;
