/// Acts when time passes: overdue checks, silent devices, unanswered alerts, faults of the service itself.
@NullMarked
package health.vigil.monitor.round;

import org.jspecify.annotations.NullMarked;
