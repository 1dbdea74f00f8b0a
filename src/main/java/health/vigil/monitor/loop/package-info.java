/// Reads the stream: claims partitions, fetches records, and has each batch applied.
@NullMarked
package health.vigil.monitor.loop;

import org.jspecify.annotations.NullMarked;
