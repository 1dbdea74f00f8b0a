package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.api.TimeSpan;
import health.vigil.api.Transactions;
import health.vigil.api.Visibility;
import health.vigil.fhirread.FhirReadSettings;
import health.vigil.observation.PatientId;
import health.vigil.problem.ProblemException;
import health.vigil.store.FhirObservations.NumberSpan;
import health.vigil.store.VisibleStays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Whose data a search may find: those of the patient whom it names, or of all patients in the user's wards.
@ApplicationScoped
class SearchScope {
    static final String PATIENT = "patient";
    static final String SUBJECT = "subject";
    static final String PATIENT_IDENTIFIER = "patient.identifier";
    static final Set<String> PARAMETERS = Set.of(PATIENT, SUBJECT, PATIENT_IDENTIFIER);

    private static final String TYPE = "Patient/";
    private static final String OWN_PATIENTS = "urn:vigil:patient";

    /// The most numbers whose whole records a search goes through: each is looked up for every page.
    private static final int MOST_NUMBERS = 200;

    private final Visibility visible;
    private final Transactions transactions;
    private final CurrentUser user;
    private final FhirReadSettings settings;

    SearchScope(Visibility visible, Transactions transactions, CurrentUser user, FhirReadSettings settings) {
        this.visible = visible;
        this.transactions = transactions;
        this.user = user;
        this.settings = settings;
    }

    /// The patient whom a search names; the user may see this patient.
    ///
    /// @throws ProblemException 404 if the user may not
    Optional<PatientId> patient(SearchRequest request) {
        var named = Stream.of(
                        request.values(PATIENT).stream().map(value -> id(request, value)),
                        request.values(SUBJECT).stream().map(value -> id(request, value)),
                        request.values(PATIENT_IDENTIFIER).stream().map(this::identified))
                .flatMap(ids -> ids)
                .distinct()
                .toList();
        if (named.size() > 1) {
            throw ProblemException.invalid(PATIENT, "must name one patient");
        }
        var patient = named.stream().findFirst();
        patient.ifPresent(this::require);
        return patient.map(PatientId::new);
    }

    /// The same for a search that has to name a patient.
    PatientId neededPatient(SearchRequest request) {
        return patient(request).orElseThrow(() -> ProblemException.invalid(PATIENT, "is needed"));
    }

    void require(String patient) {
        if (!PatientId.accepts(patient)) {
            throw ProblemException.notFound("There is no such patient");
        }
        visible.patientToRead(patient);
    }

    /// Whether the user may read something of a patient.
    boolean mayRead(String patient) {
        try {
            require(patient);
            return true;
        } catch (ProblemException _) {
            return false;
        }
    }

    private static String id(SearchRequest request, String reference) {
        var base = request.base() + "/";
        var relative = reference.startsWith(base) ? reference.substring(base.length()) : reference;
        return relative.startsWith(TYPE) ? relative.substring(TYPE.length()) : relative;
    }

    /// The hospital's system of patient ids.
    String patientSystem() {
        return settings.patientSystem().orElse(OWN_PATIENTS);
    }

    /// The id of an identifier in the hospital's system.
    String identified(String token) {
        var read = SearchToken.read(token);
        return read.system().map(patientSystem()::equals).orElse(true) ? read.code() : "";
    }

    /// The numbers whose data may be found, each with the time that the user may see.
    ///
    /// @throws ProblemException 400 if neither a patient nor a time limits a search through many records
    List<NumberSpan> spans(Optional<PatientId> patient, DateBounds dates) {
        return patient.map(named -> ofPatient(named, dates)).orElseGet(() -> ofWards(dates)).stream()
                .filter(span -> !span.to().isBefore(span.from()))
                .toList();
    }

    /// The same for a search in the order of the last changes, which goes through those of all patients anyway.
    List<NumberSpan> spansOfUpdates(Optional<PatientId> patient, DateBounds dates) {
        return patient.map(named -> ofPatient(named, dates)).orElseGet(() -> stays(dates, _ -> {})).stream()
                .filter(span -> !span.to().isBefore(span.from()))
                .toList();
    }

    private List<NumberSpan> ofPatient(PatientId patient, DateBounds dates) {
        var sight = visible.sight(patient.value());
        return visible.numbersOf(patient.value()).all().stream()
                .map(number -> span(number, sight, dates))
                .toList();
    }

    private List<NumberSpan> ofWards(DateBounds dates) {
        return stays(dates, numbers -> checkSize(numbers, dates));
    }

    private List<NumberSpan> stays(DateBounds dates, IntConsumer check) {
        var wards = user.wards().keys();
        var stays = transactions.run(sql -> VisibleStays.inWards(sql, wards, user::maySee));
        check.accept(stays.size());
        return stays.entrySet().stream()
                .map(entry -> span(
                        entry.getKey(),
                        new TimeSpan(
                                entry.getValue().from(),
                                entry.getValue().until().map(end -> end.minus(1, ChronoUnit.MICROS))),
                        dates))
                .toList();
    }

    static void checkSize(int numbers, DateBounds dates) {
        if (numbers > MOST_NUMBERS && dates.from().equals(DateBounds.EVER.from())) {
            throw ProblemException.invalid(
                    PATIENT,
                    "is needed, or a date from which on: the search covers more than " + MOST_NUMBERS + " patients");
        }
    }

    private static NumberSpan span(PatientId number, TimeSpan sight, DateBounds dates) {
        var both = sight.within(new TimeSpan(Optional.of(dates.from()), Optional.of(dates.last())));
        return new NumberSpan(
                number, both.from().orElse(dates.from()), both.to().orElseGet(dates::last));
    }

    /// The number that stands for a patient.
    PatientId standing(PatientId patient) {
        return visible.numbersOf(patient.value()).patient();
    }

    /// All numbers of a patient.
    List<String> numbers(PatientId patient) {
        return visible.numbersOf(patient.value()).all().stream()
                .map(PatientId::value)
                .toList();
    }

    /// Whether the user may read what concerns a patient at an instant.
    boolean reads(PatientId patient, Instant at) {
        return visible.reads(Optional.of(patient.value()), at);
    }
}
