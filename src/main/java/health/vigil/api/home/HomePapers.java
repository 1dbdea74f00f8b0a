package health.vigil.api.home;

import health.vigil.api.home.HomePageView.CallLimits;
import health.vigil.api.home.HomePaper.HomeFacts;
import health.vigil.api.home.HomePaper.PaperSection;
import health.vigil.context.ContextItem;
import health.vigil.observation.Drug;
import health.vigil.policy.ContextSettings;
import health.vigil.store.ContextQueries.EpisodeContext;
import health.vigil.store.Database;
import health.vigil.store.Doses;
import health.vigil.store.EpisodeRow;
import health.vigil.store.HospitalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Fills in what a patient takes home.
@ApplicationScoped
class HomePapers {
    private static final String MILESTONES = "milestones";

    /// The rules of the place that concern the patient at home.
    private static final Set<String> RULES = Set.of("no-driving", "near-the-centre", "not-alone");

    private final Database database;
    private final ContextSettings settings;
    private final HospitalSettings hospital;

    HomePapers(Database database, ContextSettings settings, HospitalSettings hospital) {
        this.database = database;
        this.settings = settings;
        this.hospital = hospital;
    }

    HomePaper of(HomeLanguage language, EpisodeRow row, EpisodeContext context) {
        var doses = database.read(sql ->
                Doses.of(sql, context.episode(), Drug.TOCILIZUMAB, new Doses.AsKnown(context.at(), context.knownAt())));
        var facts = new HomeFacts(
                Optional.ofNullable(row.name),
                Optional.ofNullable(row.birthDateGiven).orElseGet(row.birthDate::toString),
                row.product,
                row.infusedAt,
                doses.size(),
                doses.isEmpty() ? Optional.empty() : Optional.of(doses.getLast().at()),
                limits(),
                rules(context.items()));
        return HomePaper.of(language, facts, hospital.timeZone());
    }

    /// When to call, in one language.
    PaperSection call(HomeLanguage language) {
        return HomePaper.call(language, limits());
    }

    private Map<String, String> limits() {
        var card = settings.card();
        var words = new HashMap<String, String>();
        card.centre().ifPresent(text -> words.put("centre", text));
        card.phone().ifPresent(text -> words.put("phone", text));
        card.page().ifPresent(text -> words.put("page", text));
        words.put("fever", card.fever().toPlainString());
        words.put("systolic", String.valueOf(card.systolic()));
        words.put("drop", CallLimits.DROP.toPlainString());
        words.put("spo2", String.valueOf(card.spo2()));
        return words;
    }

    /// The rules that still apply.
    private static Map<String, Optional<Instant>> rules(List<ContextItem> items) {
        var rules = new HashMap<String, Optional<Instant>>();
        items.stream()
                .filter(item -> item.item().equals(MILESTONES))
                .flatMap(item -> item.facts().stream())
                .filter(fact -> RULES.contains(fact.name()) && fact.holds().orElse(false))
                .forEach(fact -> rules.put(fact.name(), fact.until()));
        return rules;
    }
}
