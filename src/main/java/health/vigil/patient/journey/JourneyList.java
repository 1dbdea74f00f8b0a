package health.vigil.patient.journey;

import health.vigil.access.CurrentUser;
import health.vigil.access.Role;
import health.vigil.access.WardName;
import health.vigil.api.Cursor;
import health.vigil.api.Paging;
import health.vigil.api.Query;
import health.vigil.api.Transactions;
import health.vigil.journey.JourneyPolicy;
import health.vigil.journey.JourneyState;
import health.vigil.observation.PatientId;
import health.vigil.patient.journey.JourneyReader.ListedJourney;
import health.vigil.patient.journey.JourneyReader.ReadJourney;
import health.vigil.problem.ProblemException;
import health.vigil.store.Journeys;
import health.vigil.store.Journeys.JourneyFilter;
import health.vigil.store.Journeys.JourneyPlace;
import health.vigil.store.Observations;
import health.vigil.store.StoredJourney;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads the journeys that the user may see.
@ApplicationScoped
class JourneyList {
    private static final int MOST_OF_A_PATIENT = 100;

    private final Transactions transactions;
    private final CurrentUser user;

    JourneyList(Transactions transactions, CurrentUser user) {
        this.transactions = transactions;
        this.user = user;
    }

    /// A page of the waiting list, soonest next step first.
    List<ListedJourney> page(Query query, Paging paging) {
        var filter = filter(query);
        var after = paging.after().map(JourneyList::place).orElse(JourneyPlace.FIRST);
        return transactions.run(
                sql -> JourneyReader.list(sql, Journeys.page(sql, filter, after, paging.rows()), Observations.EVER));
    }

    private JourneyFilter filter(Query query) {
        var coiId = query.text("coiId");
        if (user.role() == Role.INTEGRATION && coiId.isEmpty()) {
            throw ProblemException.invalid("coiId", "is missing: another system finds a journey by its product");
        }
        return new JourneyFilter(
                query.word("state", JourneyState.class),
                query.text("ward").map(WardName::key),
                wards(),
                query.text("patientId"),
                coiId);
    }

    private Optional<Collection<String>> wards() {
        return user.wards().keys().map(keys -> keys);
    }

    /// All journeys of a patient, under any number.
    List<ListedJourney> of(PatientId patient, Instant known) {
        var filter = new JourneyFilter(
                Optional.empty(), Optional.empty(), wards(), Optional.of(patient.value()), Optional.empty());
        return transactions.run(sql ->
                JourneyReader.list(sql, Journeys.page(sql, filter, JourneyPlace.FIRST, MOST_OF_A_PATIENT), known));
    }

    /// One journey as it was known.
    ReadJourney one(StoredJourney journey, Instant known) {
        return transactions.run(sql -> JourneyReader.read(sql, journey, known).orElseThrow(JourneyAccess::missing));
    }

    /// A row of the waiting list as the user may read it.
    JourneyRowView row(ListedJourney journey, JourneyPolicy policy, Instant now) {
        return JourneyRowView.listed(journey, policy, now, user.role());
    }

    private static JourneyPlace place(Cursor cursor) {
        return new JourneyPlace(cursor.at(), cursor.uuid());
    }

    static Cursor cursor(ListedJourney journey) {
        return new Cursor(journey.stored().nextAt(), journey.stored().id().toString());
    }
}
