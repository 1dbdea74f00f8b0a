package health.vigil.privacy;

import health.vigil.problem.ProblemException;
import health.vigil.store.Database;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/// Copies of patients' records on their way to whoever asked. A copy is first read into a file, as fast as the database
/// gives it, and then sent, as slowly as its reader takes it: who reads slowly keeps no connection to the database. No
/// more than a few are under way at once, and none for ever.
@ApplicationScoped
class RecordCopies {
    private final Database database;
    private final Vertx vertx;
    private final RecordSettings settings;
    private final Semaphore places;

    RecordCopies(Database database, Vertx vertx, RecordSettings settings) {
        this.database = database;
        this.vertx = vertx;
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
    }

    /// The record of a patient, of one snapshot. The copy is closed with the answer, or when that takes too long.
    ///
    /// @throws ProblemException 503 while too many are under way
    RecordCopy of(String patient, RoutingContext request) {
        if (!places.tryAcquire()) {
            throw ProblemException.unavailable(
                    "Other patients' records are being sent now: ask again later", settings.retryAfter());
        }
        var copy = RecordCopy.of(out -> database.read(sql -> PatientRecord.write(sql, patient, out)), places::release);
        var timer = vertx.setTimer(settings.sentWithin().toMillis(), _ -> cut(request, copy));
        request.addEndHandler(_ -> {
            vertx.cancelTimer(timer);
            copy.close();
        });
        return copy;
    }

    private static void cut(RoutingContext request, RecordCopy copy) {
        request.request().connection().close();
        copy.close();
    }
}
