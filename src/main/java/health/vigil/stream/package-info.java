/// The topic `vigil.observations`: its records, how they are read, written and sent, and the topics themselves.
///
/// Start reading at [StreamRecord].
@NullMarked
package health.vigil.stream;

import org.jspecify.annotations.NullMarked;
