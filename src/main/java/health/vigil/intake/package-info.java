/// The observations that senders may send, in any format. There is one package below for each format, and one for
/// the units that all formats share.
///
/// Start reading at {@link health.vigil.intake.Submission}.
@NullMarked
package health.vigil.intake;

import org.jspecify.annotations.NullMarked;
