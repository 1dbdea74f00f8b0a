package health.vigil.registry;

import health.vigil.context.AskableItem;
import health.vigil.laboratory.Lab;
import health.vigil.laboratory.Labs;
import health.vigil.laboratory.Ratio;
import health.vigil.observation.Analyte;
import health.vigil.observation.AssessedSyndrome;
import health.vigil.observation.Culture;
import health.vigil.observation.Death;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.Transfusion;
import health.vigil.registry.RegistryCase.RegistryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The columns of IEC-HS, blood counts, organs, infections, the disease and death.
record LateColumns(RegistryCase of) {
    private static final int LAST_DAY = 100;
    /// So many results in a row, on different days, are a recovery.
    private static final int RESULTS = 3;
    private static final Ratio NEUTROPHILS = Ratio.of("0.5");
    private static final Ratio PLATELETS = Ratio.of("20");
    private static final Duration WITHOUT_TRANSFUSION = Duration.ofDays(7);
    /// The laboratory grade of one analyte.
    private record OrganField(AskableItem item, Analyte analyte, RegistryColumn column) {}

    private static final List<OrganField> ORGANS = List.of(
            new OrganField(AskableItem.CTCAE_ALT, Analyte.ALT, RegistryColumn.CTCAE_ALT_MAX),
            new OrganField(AskableItem.CTCAE_AST, Analyte.AST, RegistryColumn.CTCAE_AST_MAX),
            new OrganField(AskableItem.CTCAE_BILIRUBIN, Analyte.BILIRUBIN, RegistryColumn.CTCAE_BILIRUBIN_MAX),
            new OrganField(AskableItem.CTCAE_CREATININE, Analyte.CREATININE, RegistryColumn.CTCAE_CREATININE_MAX));

    private static final Map<AskableItem, RegistryColumn> COUNTS = new EnumMap<>(Map.of(
            AskableItem.ICAHT_EARLY, RegistryColumn.ICAHT_EARLY,
            AskableItem.ICAHT_LATE, RegistryColumn.ICAHT_LATE,
            AskableItem.ICAHT_PLATELETS_EARLY, RegistryColumn.ICAHT_PLATELETS_EARLY,
            AskableItem.ICAHT_PLATELETS_LATE, RegistryColumn.ICAHT_PLATELETS_LATE));

    void write(RegistryRow row) {
        iecHs(row);
        var labs = Labs.of(of.observations());
        row.text(RegistryColumn.NEUTROPHILS_RECOVERED, recovered(labs, Analyte.NEUTROPHILS, NEUTROPHILS));
        row.text(RegistryColumn.PLATELETS_RECOVERED, recovered(labs, Analyte.PLATELETS, PLATELETS));
        COUNTS.forEach((item, column) -> grade(item, of.situation().at())
                .ifPresentOrElse(
                        grade -> computed(row, column, item, grade), () -> row.open(item.word() + "-not-known")));
        ORGANS.forEach(
                organ -> highest(labs, organ).ifPresent(grade -> computed(row, organ.column(), organ.item(), grade)));
        events(row);
    }

    /// A grade that nobody can confirm here.
    private static void computed(RegistryRow row, RegistryColumn column, AskableItem item, int grade) {
        row.number(column, grade);
        row.open(item.word() + "-not-confirmed");
    }

    /// The newest assessment decides; the grade is the highest.
    private void iecHs(RegistryRow row) {
        var assessed = of.since(SyndromeAssessment.class).stream()
                .filter(entry -> entry.content().syndrome() == AssessedSyndrome.IEC_HS)
                .toList();
        if (assessed.isEmpty()) {
            row.text(RegistryColumn.IEC_HS_PRESENT, "not-assessed");
            return;
        }
        var present =
                assessed.stream().filter(entry -> entry.content().present()).toList();
        row.text(RegistryColumn.IEC_HS_PRESENT, present.isEmpty() ? "no" : "yes");
        row.time(
                RegistryColumn.IEC_HS_AT,
                present.stream().map(RegistryEntry::at).findFirst());
        present.stream()
                .flatMap(entry -> entry.content().grade().stream())
                .max(Comparator.naturalOrder())
                .ifPresent(grade -> row.number(RegistryColumn.IEC_HS_GRADE, grade));
        row.words(
                RegistryColumn.IEC_HS_THERAPY,
                of.since(Medication.class).stream()
                        .filter(entry -> entry.content().indication().equals(Optional.of(Indication.IEC_HS)))
                        .map(entry -> entry.content()
                                .drugName()
                                .orElse(entry.content().drug().word()))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /// The date of the first of three results on different days at or above the limit, after the first below it,
    /// for platelets without a transfusion in the week before each. `never-under` without a low one, `not-yet`
    /// without a recovery.
    private String recovered(Labs labs, Analyte analyte, Ratio limit) {
        var days = daily(labs, analyte);
        if (days.isEmpty()) {
            return "not-known";
        }
        var low = days.stream().filter(lab -> below(lab, limit)).findFirst();
        if (low.isEmpty()) {
            return "never-under";
        }
        var after = days.subList(days.indexOf(low.get()), days.size());
        for (int first = 0; first + RESULTS <= after.size(); first++) {
            var results = after.subList(first, first + RESULTS);
            if (results.stream().noneMatch(lab -> below(lab, limit) || transfused(analyte, lab.at()))) {
                return of.days().date(after.get(first).at()).toString();
            }
        }
        return "not-yet";
    }

    private static boolean below(Lab lab, Ratio limit) {
        return lab.amount().nominal().compareTo(limit) < 0;
    }

    private boolean transfused(Analyte analyte, Instant at) {
        return analyte == Analyte.PLATELETS
                && of.since(Transfusion.class).stream()
                        .anyMatch(entry -> entry.content().product() == Transfusion.Product.PLATELETS
                                && !entry.at().isAfter(at)
                                && at.isBefore(entry.at().plus(WITHOUT_TRANSFUSION)));
    }

    /// The lowest result of each day since the infusion, in order of time.
    private List<Lab> daily(Labs labs, Analyte analyte) {
        var lowest = new HashMap<Integer, Lab>();
        labs.where(analyte, lab -> !lab.at().isBefore(of.situation().infusedAt()))
                .forEach(lab -> lowest.merge(
                        of.days().of(lab.at()),
                        lab,
                        (one, other) ->
                                other.amount().nominal().compareTo(one.amount().nominal()) < 0 ? other : one));
        return lowest.values().stream().sorted(Comparator.comparing(Lab::at)).toList();
    }

    private Optional<Integer> grade(AskableItem item, Instant at) {
        return item.at(at, of.situation()).grade();
    }

    /// The highest grade at any result up to day 100.
    private Optional<Integer> highest(Labs labs, OrganField organ) {
        return labs.where(
                        organ.analyte(),
                        lab -> !lab.at().isBefore(of.situation().infusedAt())
                                && of.days().of(lab.at()) <= LAST_DAY)
                .map(lab -> grade(organ.item(), lab.at()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private void events(RegistryRow row) {
        row.number(
                RegistryColumn.CULTURES_POSITIVE,
                of.since(Culture.class).stream()
                        .filter(entry -> entry.content().result() == Culture.Result.POSITIVE)
                        .count());
        row.time(RegistryColumn.PROGRESSION_AT, first(DiseaseEvent.What.PROGRESSION));
        row.time(RegistryColumn.NEXT_THERAPY_AT, first(DiseaseEvent.What.NEXT_THERAPY));
        var death = of.since(Death.class).stream().findFirst();
        row.time(RegistryColumn.DEATH_AT, death.map(RegistryEntry::at));
        row.text(
                RegistryColumn.DEATH_CAUSE,
                death.map(entry -> entry.content().cause().word()));
        Stream.of("infections", "second-malignancy", "intensive-care-days")
                .forEach(what -> row.open(what + "-not-recorded"));
    }

    private Optional<Instant> first(DiseaseEvent.What what) {
        return of.since(DiseaseEvent.class).stream()
                .filter(entry -> entry.content().what() == what)
                .map(RegistryEntry::at)
                .findFirst();
    }
}
