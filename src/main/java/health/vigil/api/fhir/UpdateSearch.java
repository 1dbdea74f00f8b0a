package health.vigil.api.fhir;

import health.vigil.store.Database;
import health.vigil.store.HospitalSettings;
import health.vigil.store.UpdateHorizon;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Reads the horizon of a search by `_lastUpdated`, before the search reads its results.
@ApplicationScoped
class UpdateSearch {
    private final Database database;
    private final HospitalSettings hospital;

    UpdateSearch(Database database, HospitalSettings hospital) {
        this.database = database;
        this.hospital = hospital;
    }

    /// The bounds of a search; absent if its results do not come in the order of their last changes.
    Optional<UpdateBounds> bounds(SearchRequest request) {
        return request.byUpdate()
                ? Optional.of(bounds(request.dates(SearchRequest.UPDATED, hospital.timeZone())))
                : Optional.empty();
    }

    UpdateBounds bounds(DateBounds asked) {
        return new UpdateBounds(asked, UpdateHorizon.read(database));
    }
}
