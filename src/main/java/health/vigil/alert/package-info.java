/// What deserves an alert, until when it stands, and its life until someone has answered. Pure: time comes in as a
/// value, decisions go out as values.
///
/// Start reading at {@link health.vigil.alert.AlertRules}.
@NullMarked
package health.vigil.alert;

import org.jspecify.annotations.NullMarked;
