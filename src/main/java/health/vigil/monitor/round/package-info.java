/// Acts when time passes: overdue checks, silent devices, unanswered alerts, trouble of the service itself.
@NullMarked
package health.vigil.monitor.round;

import org.jspecify.annotations.NullMarked;
