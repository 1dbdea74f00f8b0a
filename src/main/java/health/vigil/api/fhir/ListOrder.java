package health.vigil.api.fhir;

import health.vigil.api.fhir.ObservationList.WantedList;
import health.vigil.store.FhirGrades;
import health.vigil.store.FhirGrades.FhirGrade;
import health.vigil.store.FhirGrades.GradePlace;
import health.vigil.store.FhirObservations;
import health.vigil.store.FhirObservations.FhirRow;
import health.vigil.store.FhirObservations.RowPlace;
import health.vigil.store.FhirUpdates;
import health.vigil.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The order of a list of Observations, and how its rows are read in this order.
sealed interface ListOrder {
    /// How many rows of all patients a step looks at: those of one patient may be few among them.
    int AT_ONCE = 1000;

    boolean newestFirst();

    /// The time by which a row has its place.
    Instant at(FhirRow row);

    Instant at(FhirGrade grade);

    /// Whether a place in the order is within the bounds of the search.
    boolean allows(Instant at);

    /// The rows from a place on, that of the place included.
    RowStep rows(Sql sql, WantedList wanted, Optional<RowPlace> from, int most);

    /// The entries of the history of grades after a place.
    List<FhirGrade> grades(Sql sql, WantedList wanted, Optional<GradePlace> after, int most);

    /// The rows of a step.
    ///
    /// @param next the last row that was looked at, with which the next step begins; absent if there are no more
    record RowStep(List<FhirRow> rows, Optional<RowPlace> next) {
        public RowStep {
            rows = List.copyOf(rows);
        }
    }

    /// By the times at which things were observed.
    record ByTime(boolean newestFirst) implements ListOrder {
        @Override
        public Instant at(FhirRow row) {
            return row.observation().effectiveAt();
        }

        @Override
        public Instant at(FhirGrade grade) {
            return grade.at();
        }

        @Override
        public boolean allows(Instant at) {
            return true;
        }

        @Override
        public RowStep rows(Sql sql, WantedList wanted, Optional<RowPlace> from, int most) {
            var found = FhirObservations.page(sql, wanted.rows(newestFirst), from, most + 1);
            return found.size() > most
                    ? new RowStep(found, Optional.of(place(found.getLast())))
                    : new RowStep(found, Optional.empty());
        }

        private RowPlace place(FhirRow row) {
            var id = row.observation().id();
            return new RowPlace(at(row), id.value(), id.sender().name());
        }

        @Override
        public List<FhirGrade> grades(Sql sql, WantedList wanted, Optional<GradePlace> after, int most) {
            return FhirGrades.page(sql, wanted.grades(newestFirst), after, most);
        }
    }

    /// By the times of the last changes, the oldest change first.
    record ByUpdate(UpdateBounds bounds) implements ListOrder {
        @Override
        public boolean newestFirst() {
            return false;
        }

        @Override
        public Instant at(FhirRow row) {
            return row.updatedAt();
        }

        @Override
        public Instant at(FhirGrade grade) {
            return grade.updatedAt();
        }

        @Override
        public boolean allows(Instant at) {
            return bounds.allow(at);
        }

        @Override
        public RowStep rows(Sql sql, WantedList wanted, Optional<RowPlace> from, int most) {
            var begin = from.filter(place -> !place.at().isBefore(bounds.from()))
                    .orElseGet(() -> new RowPlace(bounds.from(), "", ""));
            var step = FhirUpdates.charted(sql, wanted.rows(false), begin, bounds.until(), Math.max(most, AT_ONCE));
            return new RowStep(step.rows(), step.next());
        }

        @Override
        public List<FhirGrade> grades(Sql sql, WantedList wanted, Optional<GradePlace> after, int most) {
            var begin = after.filter(place -> !place.at().isBefore(bounds.from()))
                    .orElseGet(() -> new GradePlace(bounds.from(), 0));
            return FhirUpdates.grades(sql, wanted.grades(false), begin, bounds.until(), most);
        }
    }
}
