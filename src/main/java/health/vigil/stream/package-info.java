/// The topic `vigil.observations`: its records, how they are parsed, written and sent, and the topics
/// themselves.
///
/// Start reading at [StreamRecord].
@NullMarked
package health.vigil.stream;

import org.jspecify.annotations.NullMarked;
