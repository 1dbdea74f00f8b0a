package health.vigil.privacy;

import health.vigil.problem.ProblemException;
import health.vigil.store.Database;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/// Manages copies of patient records for download. A copy is first read into a file at the speed of the
/// database, and then sent at the speed of the client, so that a slow client holds no database connection.
/// The number of copies and their time are limited.
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

    /// Reads a patient's record from one snapshot. The copy is closed with the response, or after a timeout.
    ///
    /// @throws ProblemException 503 if too many copies exist
    RecordCopy of(String patient, RoutingContext request) {
        if (!places.tryAcquire()) {
            throw ProblemException.unavailable(
                    "Too many records are being downloaded: try again later", settings.retryAfter());
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
