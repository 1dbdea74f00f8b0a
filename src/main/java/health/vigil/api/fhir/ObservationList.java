package health.vigil.api.fhir;

import health.vigil.fhirread.ChartReader;
import health.vigil.fhirview.ChartedResources;
import health.vigil.fhirview.GradeObservation;
import health.vigil.fhirview.ObservationCodes.ObservationSource;
import health.vigil.observation.PatientId;
import health.vigil.store.FhirGrades.FhirGrade;
import health.vigil.store.FhirGrades.GradePlace;
import health.vigil.store.FhirGrades.WantedGrades;
import health.vigil.store.FhirObservations.FhirRow;
import health.vigil.store.FhirObservations.NumberSpan;
import health.vigil.store.FhirObservations.RowPlace;
import health.vigil.store.FhirObservations.WantedRows;
import health.vigil.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/// Reads a list of Observations: the rows of what was charted and the entries of the history of grades, merged by
/// time. At the same time the grades come first.
final class ObservationList {
    static final String CHARTED = "o";
    static final String GRADE = "g";

    /// The most grades of a page: the reasons of each are computed.
    private static final int MOST_GRADES = 100;
    private static final int AT_ONCE = 200;
    /// The most rows of each list that are read for a page: a filter that matches few would read the whole record.
    private static final int MOST_ROWS = 5000;
    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    private final Sql sql;
    private final WantedList wanted;
    private final ObservationFilter filter;
    private final ObservationStatus gradeStatus;

    private final ArrayDeque<ListEntry> charted = new ArrayDeque<>();
    private final ArrayDeque<ListEntry> grades = new ArrayDeque<>();
    private Optional<RowPlace> row = Optional.empty();
    /// The last part of the row of the place that was given out.
    private int part = -1;
    private Optional<GradePlace> grade = Optional.empty();
    private boolean moreRows = true;
    private boolean moreGrades = true;
    private int rowsRead;
    private int gradesRead;

    /// @param standing whether data that stand, or data that were entered in error, are wanted
    /// @param sender the only sender whose data are wanted
    record WantedList(
            List<NumberSpan> spans,
            ObservationSource source,
            Set<Boolean> standing,
            Optional<String> sender,
            ListOrder order) {
        WantedRows rows(boolean newestFirst) {
            return new WantedRows(spans, source.kinds(), source.signs(), standing, sender, newestFirst);
        }

        WantedGrades grades(boolean newestFirst) {
            return new WantedGrades(spans, source.syndromes(), standing, newestFirst);
        }
    }

    /// Part of a list, in order.
    sealed interface ListEntry {
        SearchPlace place();

        default Instant at() {
            return place().at();
        }
    }

    /// A result.
    ///
    /// @param grade the entry of the history, whose reasons are computed later; absent for what was charted
    record ListItem(FoundResource found, Optional<FhirGrade> grade) implements ListEntry {
        @Override
        public SearchPlace place() {
            return found.place();
        }
    }

    /// Nothing after this place was read.
    private record ReadLimit(SearchPlace place) implements ListEntry {}

    /// The results of a page; it may have none although there are more.
    ///
    /// @param next where the next page begins; absent if there are no more
    record ListPage(List<ListItem> items, Optional<SearchPlace> next) {
        ListPage {
            items = List.copyOf(items);
        }
    }

    private ObservationList(Sql sql, WantedList wanted, ObservationFilter filter, ObservationStatus gradeStatus) {
        this.sql = sql;
        this.wanted = wanted;
        this.filter = filter;
        this.gradeStatus = gradeStatus;
    }

    /// The results after a place. With many grades, or if many rows do not match, the page ends earlier.
    static ListPage read(
            Sql sql,
            WantedList wanted,
            ObservationFilter filter,
            ObservationStatus gradeStatus,
            Optional<SearchPlace> after,
            int count) {
        var list = new ObservationList(sql, wanted, filter, gradeStatus);
        after.ifPresent(list::begin);
        return list.take(count);
    }

    private void begin(SearchPlace place) {
        if (place.source().equals(GRADE)) {
            grade = Optional.of(new GradePlace(place.at(), number(place.id())));
            // What was charted at this time is still to come.
            var edge = wanted.order().newestFirst() ? place.at().plus(MICROSECOND) : place.at();
            row = Optional.of(new RowPlace(edge, "", ""));
        } else {
            row = Optional.of(new RowPlace(place.at(), place.id(), place.sender()));
            part = place.part();
            // The grades of this time came before.
            var edge = wanted.order().newestFirst() ? place.at() : place.at().plus(MICROSECOND);
            grade = Optional.of(new GradePlace(edge, 0));
        }
    }

    private static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    private ListPage take(int count) {
        var items = new ArrayList<ListItem>();
        int graded = 0;
        for (var next = next(count + 1); next.isPresent(); next = next(count + 1)) {
            switch (next.get()) {
                case ReadLimit(var place) -> {
                    return new ListPage(items, Optional.of(place));
                }
                case ListItem item -> {
                    if (items.size() >= count || graded >= MOST_GRADES) {
                        return new ListPage(items, Optional.of(items.getLast().place()));
                    }
                    items.add(item);
                    graded += item.grade().isPresent() ? 1 : 0;
                }
            }
        }
        return new ListPage(items, Optional.empty());
    }

    /// @param most what is enough for a page if all of it matches: this much is read first
    private Optional<ListEntry> next(int most) {
        while (charted.isEmpty() && moreRows) {
            readRows(rowsRead == 0 ? Math.min(most, AT_ONCE) : AT_ONCE);
        }
        while (grades.isEmpty() && moreGrades) {
            readGrades(gradesRead == 0 ? Math.min(most, AT_ONCE) : AT_ONCE);
        }
        if (charted.isEmpty() || grades.isEmpty()) {
            return Optional.ofNullable(charted.isEmpty() ? grades.poll() : charted.poll());
        }
        return Optional.ofNullable(gradeComesFirst() ? grades.poll() : charted.poll());
    }

    private boolean gradeComesFirst() {
        int order = charted.getFirst().at().compareTo(grades.getFirst().at());
        return wanted.order().newestFirst() ? order <= 0 : order >= 0;
    }

    private void readRows(int most) {
        var from = row;
        var step = wanted.order().rows(sql, wanted, from, most);
        for (var found : step.rows()) {
            add(found, from.filter(place -> place(found).equals(place)).isPresent() ? part : -1);
        }
        moreRows = step.next().isPresent();
        step.next().ifPresent(last -> {
            row = Optional.of(last);
            part = Integer.MAX_VALUE;
        });
        rowsRead += most;
        if (moreRows && rowsRead >= MOST_ROWS) {
            row.ifPresent(last ->
                    charted.add(new ReadLimit(new SearchPlace(last.at(), CHARTED, last.id(), last.sender(), part))));
            moreRows = false;
        }
    }

    private RowPlace place(FhirRow row) {
        var id = row.observation().id();
        return new RowPlace(wanted.order().at(row), id.value(), id.sender().name());
    }

    /// Adds the parts of a row after the last one that was given out.
    private void add(FhirRow row, int last) {
        if (!filter.dates().allow(row.observation().effectiveAt())
                || !wanted.order().allows(wanted.order().at(row))) {
            return;
        }
        var resources = ChartedResources.of(ChartReader.given(row));
        var at = place(row);
        for (int index = last == Integer.MAX_VALUE ? resources.size() : last + 1; index < resources.size(); index++) {
            var resource = resources.get(index);
            if (filter.allows(resource)) {
                var place = new SearchPlace(at.at(), CHARTED, at.id(), at.sender(), index);
                charted.add(new ListItem(new FoundResource(resource, row.subject(), place), Optional.empty()));
            }
        }
    }

    private void readGrades(int most) {
        var entries = wanted.order().grades(sql, wanted, grade, most);
        entries.forEach(this::add);
        moreGrades = entries.size() == most;
        if (!entries.isEmpty()) {
            grade = Optional.of(new GradePlace(
                    wanted.order().at(entries.getLast()), entries.getLast().number()));
        }
        gradesRead += entries.size();
        if (moreGrades && gradesRead >= MOST_ROWS) {
            grade.ifPresent(last ->
                    grades.add(new ReadLimit(new SearchPlace(last.at(), GRADE, Long.toString(last.number()), "", 0))));
            moreGrades = false;
        }
    }

    private void add(FhirGrade entry) {
        var resource = GradeObservation.of(ChartReader.given(entry), gradeStatus);
        var at = wanted.order().at(entry);
        if (filter.dates().allow(entry.at()) && wanted.order().allows(at) && filter.allows(resource)) {
            var place = new SearchPlace(at, GRADE, Long.toString(entry.number()), "", 0);
            grades.add(new ListItem(new FoundResource(resource, entry.subject(), place), Optional.of(entry)));
        }
    }

    /// The time of an Observation that we made.
    static Instant at(Observation resource) {
        return OffsetDateTime.parse(resource.getEffectiveDateTimeType().getValueAsString())
                .toInstant();
    }

    /// A result that was found by its id.
    static FoundResource found(Observation resource) {
        var subject = resource.getSubject().getReference();
        return new FoundResource(
                resource,
                new PatientId(subject.substring(subject.indexOf('/') + 1)),
                new SearchPlace(at(resource), CHARTED, resource.getIdPart(), "", 0));
    }
}
