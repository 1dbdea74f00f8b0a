/// What senders may say, whatever the format: one package below for each format, and the units that all of them share.
///
/// Start reading at {@link health.vigil.intake.Submission}.
@NullMarked
package health.vigil.intake;

import org.jspecify.annotations.NullMarked;
