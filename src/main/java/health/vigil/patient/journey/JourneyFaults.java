package health.vigil.patient.journey;

import health.vigil.patient.journey.JourneyReader.ListedJourney;
import health.vigil.patient.journey.JourneyReader.UnreadableJourney;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Tells the operators of journeys that cannot be read. Neither the metric nor the log names a patient or a value.
/// The metric exists from the start, so that the first fault is an increase.
@Startup
@Singleton
class JourneyFaults {
    private static final Logger LOG = Logger.getLogger(JourneyFaults.class);
    private static final Set<LoggedFault> LOGGED = ConcurrentHashMap.newKeySet();

    private final Counter unreadable;

    JourneyFaults(MeterRegistry registry) {
        unreadable = registry.counter("vigil.journeys.unreadable");
    }

    /// A fault of a journey that is in the log of this process.
    private record LoggedFault(UUID journey, String reason) {}

    /// Counts and logs the journeys of a list that cannot be read.
    void report(List<ListedJourney> journeys) {
        for (var journey : journeys) {
            if (journey instanceof UnreadableJourney(var stored, var reason)) {
                unreadable.increment();
                log(stored.id(), reason);
            }
        }
    }

    /// Logs a fault once, because pages poll.
    static void log(UUID journey, String reason) {
        if (LOGGED.add(new LoggedFault(journey, reason))) {
            LOG.errorf("The journey %s cannot be read: %s", journey, reason);
        }
    }
}
