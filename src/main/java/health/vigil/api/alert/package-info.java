/// Alerts as people meet them: lists, the live stream that resumes exactly, acknowledgement, the burden of alarms.
@NullMarked
package health.vigil.api.alert;

import org.jspecify.annotations.NullMarked;
