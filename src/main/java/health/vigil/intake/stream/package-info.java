/// The records of the topic `vigil.observations`: what they say, how they are read and written, and sending them.
///
/// Start reading at {@link health.vigil.intake.stream.StreamRecord}.
@NullMarked
package health.vigil.intake.stream;

import org.jspecify.annotations.NullMarked;
