package health.vigil.registry;

import health.vigil.observation.Finding;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Seizure;
import health.vigil.observation.Tool;
import health.vigil.registry.RegistryCase.RegistryEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The columns of neurological checks and findings since the infusion.
record NeuroColumns(RegistryCase of) {
    /// @param total the score
    private record ScoredCheck(RegistryEntry<NeuroCheck> by, int total) {}

    void write(RegistryRow row) {
        checks(Tool.ICE).stream()
                .min(Comparator.comparingInt(ScoredCheck::total))
                .ifPresent(lowest -> {
                    row.number(RegistryColumn.ICE_LOWEST, lowest.total());
                    row.time(RegistryColumn.ICE_LOWEST_AT, lowest.by().at());
                });
        checks(Tool.CAPD).stream()
                .max(Comparator.comparingInt(ScoredCheck::total)
                        .thenComparing(check -> check.by().at(), Comparator.reverseOrder()))
                .ifPresent(highest -> {
                    row.number(RegistryColumn.CAPD_HIGHEST, highest.total());
                    row.time(RegistryColumn.CAPD_HIGHEST_AT, highest.by().at());
                });
        row.text(
                RegistryColumn.CONSCIOUSNESS_LOWEST,
                of.since(NeuroCheck.class).stream()
                        .flatMap(entry -> entry.content().consciousness().stream())
                        .max(Comparator.naturalOrder())
                        .map(level -> level.word()));
        seizures(row);
        row.text(RegistryColumn.FOCAL_WEAKNESS, present(Finding.DEEP_FOCAL_WEAKNESS) ? "yes" : "no");
        row.text(RegistryColumn.OEDEMA, oedema());
        row.text(RegistryColumn.HAEMORRHAGE, present(Finding.INTRACRANIAL_HAEMORRHAGE) ? "yes" : "no");
    }

    private List<ScoredCheck> checks(Tool tool) {
        return of.since(NeuroCheck.class).stream()
                .flatMap(entry -> entry.content().total(tool).stream().map(total -> new ScoredCheck(entry, total)))
                .toList();
    }

    private void seizures(RegistryRow row) {
        var types = of.since(Seizure.class).stream()
                .map(entry -> entry.content().type().word())
                .distinct()
                .sorted()
                .toList();
        row.text(RegistryColumn.SEIZURE, types.isEmpty() ? "no" : "yes");
        row.words(RegistryColumn.SEIZURE_TYPES, types);
    }

    private String oedema() {
        return Optional.of("diffuse")
                .filter(_ -> present(Finding.DIFFUSE_OEDEMA))
                .or(() -> Optional.of("focal").filter(_ -> present(Finding.FOCAL_OEDEMA)))
                .orElse("none");
    }

    private boolean present(Finding finding) {
        return of.since(NeuroFinding.class).stream()
                .anyMatch(entry ->
                        entry.content().finding() == finding && entry.content().present());
    }
}
