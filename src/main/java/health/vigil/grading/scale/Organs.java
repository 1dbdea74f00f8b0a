package health.vigil.grading.scale;

import health.vigil.laboratory.LaboratoryToxicity;
import health.vigil.laboratory.Labs;
import health.vigil.observation.Analyte;
import health.vigil.observation.Observation;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Organ toxicity by CTCAE v5.0, from the newest laboratory result of each analyte in two days.
record Organs(Map<Analyte, LaboratoryToxicity> toxicities) {
    private static final List<Analyte> READ = List.of(Analyte.CREATININE, Analyte.BILIRUBIN, Analyte.ALT, Analyte.AST);

    /// @param therapyBegan the baseline is the last result before
    static Organs of(List<Observation> observations, Instant at, Instant therapyBegan) {
        var labs = Labs.of(observations);
        var toxicities = new EnumMap<Analyte, LaboratoryToxicity>(Analyte.class);
        for (var analyte : READ) {
            var baseline = labs.before(analyte, therapyBegan, LaboratoryToxicity.BASELINE);
            labs.newest(analyte, at, LaboratoryToxicity.RECENT)
                    .ifPresent(newest -> toxicities.put(analyte, new LaboratoryToxicity(newest, baseline)));
        }
        return new Organs(toxicities);
    }

    private Optional<LaboratoryToxicity> toxicity(Analyte analyte) {
        return Optional.ofNullable(toxicities.get(analyte));
    }

    Optional<Observation> result(Analyte analyte) {
        return toxicity(analyte).map(each -> each.newest().observation());
    }

    /// The lowest possible grade, 0 to 4.
    int least(Analyte analyte) {
        return toxicity(analyte).map(LaboratoryToxicity::least).orElse(0);
    }

    /// The analytes whose grade is not known.
    List<Analyte> silent() {
        return READ.stream()
                .filter(analyte ->
                        toxicity(analyte).filter(LaboratoryToxicity::known).isEmpty())
                .toList();
    }

    static List<Analyte> read() {
        return READ;
    }

    String description(Analyte analyte) {
        var known = !silent().contains(analyte);
        return analyte.word() + (known ? " of grade " : " of at least grade ") + least(analyte) + " by CTCAE v5.0";
    }
}
