/// Reads the stream: claims partitions, polls records and applies each batch.
@NullMarked
package health.vigil.monitor.loop;

import org.jspecify.annotations.NullMarked;
