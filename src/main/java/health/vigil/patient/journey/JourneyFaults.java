package health.vigil.patient.journey;

import health.vigil.patient.journey.JourneyReader.ListedJourney;
import health.vigil.patient.journey.JourneyReader.UnreadableJourney;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Tells the operators of journeys that cannot be read. Neither the metric nor the log names a patient or a value.
@Singleton
class JourneyFaults {
    private static final Logger LOG = Logger.getLogger(JourneyFaults.class);

    private final Counter unreadable;

    JourneyFaults(MeterRegistry registry) {
        unreadable = registry.counter("vigil.journeys.unreadable");
    }

    /// Counts and logs the journeys of a list that cannot be read.
    void report(List<ListedJourney> journeys) {
        for (var journey : journeys) {
            if (journey instanceof UnreadableJourney(var stored, var reason)) {
                unreadable.increment();
                log(stored.id(), reason);
            }
        }
    }

    static void log(UUID journey, String reason) {
        LOG.errorf("The journey %s cannot be read: %s", journey, reason);
    }
}
