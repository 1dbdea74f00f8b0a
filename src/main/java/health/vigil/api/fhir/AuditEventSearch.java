package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.audit.AuditAction;
import health.vigil.audit.AuditEntries;
import health.vigil.audit.AuditEntries.NumberedEntry;
import health.vigil.audit.AuditEntries.WantedEntries;
import health.vigil.fhirview.AuditEvents;
import health.vigil.fhirview.GivenAudit;
import health.vigil.problem.ProblemException;
import health.vigil.store.HospitalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;

/// Finds entries of the audit trail.
@ApplicationScoped
class AuditEventSearch {
    private static final String PATIENT = "patient";
    private static final String DATE = "date";
    private static final String AGENT = "agent";
    private static final String ACTION = "action";
    static final Set<String> PARAMETERS = Set.of(PATIENT, DATE, AGENT, ACTION, "_id");

    private static final String TYPE = "Patient/";
    private static final String SOURCE = "audit";

    private final AuditEntries entries;
    private final CurrentUser user;
    private final HospitalSettings hospital;

    AuditEventSearch(AuditEntries entries, CurrentUser user, HospitalSettings hospital) {
        this.entries = entries;
        this.user = user;
        this.hospital = hospital;
    }

    /// The results of a page.
    ///
    /// @param next the last result, if there are more
    record EventPage(List<AuditEvent> events, Optional<SearchPlace> next) {
        EventPage {
            events = List.copyOf(events);
        }
    }

    Optional<AuditEvent> one(String id) {
        var number = AuditEvents.number(id);
        return number.isPresent() ? entries.one(number.getAsLong()).map(AuditEventSearch::event) : Optional.empty();
    }

    EventPage page(SearchRequest request) {
        var dates = request.dates(DATE, hospital.timeZone());
        var wanted = new WantedEntries(
                request.one(PATIENT).map(AuditEventSearch::patient).map(AuditEventSearch::storable),
                request.one(AGENT).map(SearchToken::read).map(SearchToken::code).map(AuditEventSearch::storable),
                Optional.of(dates.from()),
                Optional.of(dates.until()),
                actions(request),
                request.ids().map(AuditEventSearch::numbers),
                request.newestFirst(DATE));
        var count = request.count();
        var after = request.after(user.username())
                .map(place -> OptionalLong.of(number(place)))
                .orElseGet(OptionalLong::empty);
        var found = entries.page(wanted, after, count + 1);
        var page = found.subList(0, Math.min(count, found.size()));
        return new EventPage(
                page.stream()
                        .filter(numbered -> dates.allow(numbered.entry().at()))
                        .map(AuditEventSearch::event)
                        .toList(),
                found.size() > count ? Optional.of(place(page.getLast())) : Optional.empty());
    }

    private static Set<Long> numbers(Set<String> ids) {
        return ids.stream()
                .flatMapToLong(id -> AuditEvents.number(id).stream())
                .boxed()
                .collect(Collectors.toSet());
    }

    private static String patient(String reference) {
        return reference.startsWith(TYPE) ? reference.substring(TYPE.length()) : reference;
    }

    /// PostgreSQL cannot store such text, so no entry has it.
    private static String storable(String text) {
        if (text.indexOf(0) >= 0) {
            throw ProblemException.badRequest("A parameter must not contain the character NUL");
        }
        return text;
    }

    private static Set<AuditAction> actions(SearchRequest request) {
        var groups = request.tokens(ACTION);
        var codes = groups.isEmpty() ? Set.<String>of() : SearchRequest.codes(groups.getFirst());
        var actions = Arrays.stream(AuditAction.values())
                .filter(action -> codes.contains(action.code()))
                .collect(Collectors.toSet());
        if (actions.size() < codes.size() || groups.size() > 1) {
            throw ProblemException.invalid(ACTION, "must be of C, R, U, D and E, with commas between them");
        }
        return actions;
    }

    private static long number(SearchPlace place) {
        return AuditEvents.number(SOURCE + place.id()).orElse(0);
    }

    private static SearchPlace place(NumberedEntry numbered) {
        return new SearchPlace(numbered.entry().at(), SOURCE, Long.toString(numbered.number()), "", 0);
    }

    private static AuditEvent event(NumberedEntry numbered) {
        var entry = numbered.entry();
        return AuditEvents.of(new GivenAudit(
                numbered.number(),
                entry.at(),
                entry.actor(),
                entry.role(),
                entry.action(),
                AuditAction.of(entry.action()).code(),
                Stream.concat(entry.patientId().stream(), entry.shown().stream())
                        .distinct()
                        .toList(),
                entry.source(),
                entry.outcome(),
                entry.reason()));
    }
}
