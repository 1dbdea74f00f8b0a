package health.vigil.api.home;

import health.vigil.access.HomeGate;
import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.alert.Check;
import health.vigil.alert.MonitoringPlan;
import health.vigil.alert.Severity;
import health.vigil.api.home.HomePageView.CallLimits;
import health.vigil.api.home.HomePageView.CallText;
import health.vigil.api.home.HomePageView.CentreContact;
import health.vigil.api.home.HomePageView.HomeCheckDue;
import health.vigil.api.home.HomePageView.HomeEntryView;
import health.vigil.api.home.HomePageView.OutpatientWatchView;
import health.vigil.api.home.HomePageView.SentenceView;
import health.vigil.observation.Kind;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import health.vigil.policy.ContextSettings;
import health.vigil.store.Database;
import health.vigil.store.Episodes;
import health.vigil.store.HomeEntries;
import health.vigil.store.HospitalSettings;
import health.vigil.store.MonitoredEpisodes;
import health.vigil.store.Observations;
import health.vigil.store.OutpatientWatches;
import health.vigil.store.OutpatientWatches.OpenWatch;
import health.vigil.store.PatientNumbers;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what a patient or a caregiver needs at home. It computes no grade.
@ApplicationScoped
class HomePageReader {
    private static final int MOST_ENTRIES = 10;

    /// The checks that people at home can do, with the kind of observation that does them.
    private static final Map<Check, Kind> AT_HOME =
            Map.of(Check.VITAL_SIGNS, Kind.VITAL_SIGNS, Check.HOME_CHECK, Kind.HOME_CHECK);

    private final Database database;
    private final HomeGate home;
    private final HomePapers papers;
    private final MonitoringPlan plan;
    private final ContextSettings settings;
    private final HospitalSettings hospital;

    HomePageReader(
            Database database,
            HomeGate home,
            HomePapers papers,
            MonitoringPlan plan,
            ContextSettings settings,
            HospitalSettings hospital) {
        this.database = database;
        this.home = home;
        this.papers = papers;
        this.plan = plan;
        this.settings = settings;
        this.hospital = hospital;
    }

    HomePageView of(User user) {
        return database.read(sql -> {
            var at = sql.now();
            return new HomePageView(
                    at,
                    CentreContact.of(settings.card()),
                    Stream.of(HomeLanguage.values()).map(this::call).toList(),
                    user.patientId()
                            .filter(_ -> home.refusal().isEmpty())
                            .flatMap(patient -> watch(sql, patient, user.role(), at)));
        });
    }

    private CallText call(HomeLanguage language) {
        var section = papers.call(language);
        return new CallText(language.word(), section.title(), section.lines());
    }

    private Optional<OutpatientWatchView> watch(Sql sql, PatientId patient, Role role, Instant at) {
        var numbers = PatientNumbers.of(sql, patient);
        return OutpatientWatches.open(sql, numbers)
                .map(watch -> new OutpatientWatchView(
                        watch.since(),
                        CallLimits.of(settings.card(), watch.usualSystolic()),
                        checks(sql, watch, patient, role, at),
                        entries(sql, watch, numbers, role, at),
                        Optional.of(role)
                                .filter(who -> who.mayEnter(Kind.HOME_CHECK))
                                .flatMap(_ -> HomeEntries.sentence(sql, numbers, watch.since(), at))
                                .map(SentenceView::of)));
    }

    /// The grades do not change the checks at home, so they are not asked for.
    private List<HomeCheckDue> checks(Sql sql, OpenWatch watch, PatientId patient, Role role, Instant at) {
        var watched = Episodes.of(sql, List.of(patient)).getOrDefault(patient, List.of()).stream()
                .filter(episode -> episode.id().equals(watch.episode()))
                .toList();
        return MonitoredEpisodes.facts(sql, watched, at, Observations.EVER, hospital.timeZone()).values().stream()
                .flatMap(facts -> plan.due(facts, Severity.UNKNOWN, at).stream())
                .filter(due -> Optional.ofNullable(AT_HOME.get(due.check()))
                        .filter(role::mayEnter)
                        .isPresent())
                .map(due -> HomeCheckDue.of(due, at))
                .sorted(Comparator.comparing(HomeCheckDue::dueAt))
                .toList();
    }

    /// A patient sees the readings, and the answers about the patient only the caregiver.
    private static List<HomeEntryView> entries(Sql sql, OpenWatch watch, Numbers numbers, Role role, Instant at) {
        var kinds = AT_HOME.values().stream().filter(role::mayEnter).toList();
        return HomeEntries.newest(sql, numbers, watch.since(), at, kinds, MOST_ENTRIES).stream()
                .map(HomeEntryView::of)
                .toList();
    }
}
