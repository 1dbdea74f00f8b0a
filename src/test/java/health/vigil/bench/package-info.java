/// Measures the packaged service by hand: its throughput and processor time beside a bare durable pipe, its
/// latencies, its start, and what it stores. Not part of the product.
///
/// Start reading at {@link health.vigil.bench.SinglesWork}, then {@link health.vigil.bench.LoadGenerator}.
@NullMarked
package health.vigil.bench;

import org.jspecify.annotations.NullMarked;
