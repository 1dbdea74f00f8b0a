/// Observations over HTTP: read, permitted, told apart from repeats, acknowledged by Kafka, answered.
@NullMarked
package health.vigil.intake.http;

import org.jspecify.annotations.NullMarked;
