package health.vigil.api.alert;

import health.vigil.access.User;
import health.vigil.api.Cursor;
import health.vigil.api.MicrosecondClock;
import health.vigil.api.Paging;
import health.vigil.store.AlertListeners;
import health.vigil.store.AlertListeners.AlertListener;
import health.vigil.store.AlertListeners.StreamProgress;
import health.vigil.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Stores the readers of the alert stream and how far each was served.
@ApplicationScoped
class Listeners {
    private final Database database;

    Listeners(Database database) {
        this.database = database;
    }

    UUID open(User user, Optional<String> ward, long after) {
        var id = UUID.randomUUID();
        var now = MicrosecondClock.now();
        var listener = new AlertListener(
                id, user.username(), user.role().word(), ward, now, after, after, now, Optional.empty());
        database.execute(sql -> AlertListeners.open(sql, listener));
        return id;
    }

    void record(List<StreamProgress> progress) {
        database.execute(sql -> AlertListeners.record(sql, progress));
    }

    /// A page of readers, newest first.
    List<ListenerView> page(Paging paging) {
        var after = paging.after().orElse(Cursor.NEWEST);
        return database.read(sql -> AlertListeners.page(sql, after.at(), after.uuid(), paging.rows())).stream()
                .map(ListenerView::of)
                .toList();
    }
}
