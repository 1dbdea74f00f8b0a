package health.vigil.ingest.exchange;

import health.vigil.ingest.GroupedLookup;
import health.vigil.ingest.exchange.ExchangeSettings.PatientFilter;
import health.vigil.observation.PatientId;
import health.vigil.store.BoundDevices;
import health.vigil.store.BoundDevices.DeviceMoment;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.ReportedStays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Whose messages are kept. A hospital reports everybody, and most are no patients of these wards.
@ApplicationScoped
public class WatchedPatients {
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Database database;
    private final ExchangeSettings settings;
    private final Locations locations;
    private final GroupedLookup<PatientId, List<PatientId>> patients = new GroupedLookup<>(this::watched);
    private volatile boolean away;
    private volatile long awaySince;

    WatchedPatients(Database database, ExchangeSettings settings, Locations locations) {
        this.database = database;
        this.settings = settings;
        this.locations = locations;
    }

    /// Those of some patients who have an active episode or an open stay in a watched ward, under any of their
    /// numbers. Without the database everybody counts as watched, because the monitor decides in the end.
    public Set<PatientId> among(Collection<PatientId> patients) {
        return known(patients, some -> this.patients.about(List.copyOf(some)));
    }

    private List<PatientId> watched(List<PatientId> some) {
        return database.ask(SILENCE, sql -> ReportedStays.watched(sql, Set.copyOf(some), locations.watched()));
    }

    /// Those of some devices that were bound to a patient at the time, or are bound now. Without the database all
    /// count as bound.
    Set<DeviceMoment> bound(Collection<DeviceMoment> devices) {
        return known(devices, some -> database.ask(SILENCE, sql -> BoundDevices.boundAt(sql, some)));
    }

    private <T> Set<T> known(Collection<T> some, Function<Set<T>, ? extends Collection<T>> question) {
        if (some.isEmpty() || settings.patients() == PatientFilter.ALL || restsAfterFailure()) {
            return Set.copyOf(some);
        }
        try {
            var known = new HashSet<>(some);
            known.retainAll(question.apply(Set.copyOf(some)));
            away = false;
            return known;
        } catch (DatabaseFailure unreachable) {
            awaySince = System.nanoTime();
            away = true;
            return Set.copyOf(some);
        }
    }

    private boolean restsAfterFailure() {
        return away && System.nanoTime() - awaySince < PAUSE_NANOS;
    }
}
