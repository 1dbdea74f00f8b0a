package health.vigil.grading;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.observation.PatientId;
import health.vigil.oracle.NaiveGrading;
import health.vigil.oracle.OracleGrade;
import health.vigil.oracle.RandomPatients;
import health.vigil.oracle.RandomPatients.RandomPatient;
import health.vigil.oracle.Vignettes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AgreementTest {
    @Test
    void vignettes() {
        for (var vignette : Vignettes.all()) {
            for (var check : vignette.checks()) {
                var report = telling(vignette.patient(), vignette.observations(), check.at(), Instant.MAX)
                        .report(check.at(), check.at().plusSeconds(1000000));
                assertEquals(
                        check.crs() + "/" + check.icans(),
                        g(report.crs()) + "/" + g(report.icans()),
                        vignette.toString());
            }
        }
    }

    static String g(SyndromeReport r) {
        return r.grade().number().isPresent() ? "" + r.grade().number().getAsInt() : "null";
    }

    static Telling telling(health.vigil.oracle.OraclePatient p, List<? extends JsonNode> obs, Instant at, Instant k) {
        var id = new PatientId("p-1");
        JsonNode base = p.baselines().isEmpty()
                ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
                : p.baselines().getFirst().values();
        Instant best = null;
        for (var b : p.baselines())
            if (!b.receivedAt().isAfter(k) && (best == null || !b.receivedAt().isBefore(best))) {
                base = b.values();
                best = b.receivedAt();
            }
        return new Telling(
                Policy.DEFAULT,
                Patient.born(p.birthDate(), p.infusedAt(), p.zone(), Wire.baseline(base)),
                obs.stream().map(o -> Wire.read(o, id)).toList());
    }

    static String text(OracleGrade o) {
        return o.crs() + " " + o.icans() + " " + peak(o.crsPeak()) + " " + peak(o.icansPeak()) + " " + o.crsOnset();
    }

    static String peak(OracleGrade.Peak p) {
        return p == null ? "null" : p.grade() + "@" + p.at();
    }

    static String peak(Optional<Peak> p) {
        return p.map(x -> x.grade().number().getAsInt() + "@" + x.at()).orElse("null");
    }

    static String text(GradeReport r) {
        return g(r.crs()) + " " + g(r.icans()) + " " + peak(r.crs().peak()) + " "
                + peak(r.icans().peak()) + " " + r.crs().onset().orElse(null);
    }

    static java.util.Set<String> flags(GradeReport r) {
        return java.util.stream.Stream.concat(r.crs().flags().stream(), r.icans().flags().stream())
                .map(Flag::word)
                .filter(f -> !f.endsWith("overdue") && !f.startsWith("fever-within"))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    @Test
    void random() {
        int bad = 0, flagBad = 0, n = 0;
        int[] dist = new int[7];
        for (long seed = 1; seed <= Long.getLong("seeds", 3000); seed++) {
            RandomPatient r = RandomPatients.patient(seed);
            for (var q : RandomPatients.queryInstants(r)) {
                n++;
                var o = NaiveGrading.grade(r.patient(), r.observations(), q.at(), q.knownAt());
                var mine = telling(r.patient(), r.observations(), q.at(), q.knownAt())
                        .report(q.at(), q.knownAt());
                dist[o.crs() == null ? 6 : o.crs()]++;
                if (!text(o).equals(text(mine))) {
                    if (bad++ < 8)
                        System.out.println("seed " + seed + " " + q + "\n  oracle " + text(o) + "\n  mine   "
                                + text(mine) + "\n " + mine.crs().basis());
                }
                var of = new java.util.TreeSet<>(o.crsFlags());
                of.addAll(o.icansFlags());
                of.removeIf(f -> f.endsWith("overdue") || f.startsWith("fever-within"));
                if (!of.equals(flags(mine)) && flagBad++ < 8)
                    System.out.println("flags seed " + seed + " " + q + "\n oracle " + of + "\n mine " + flags(mine));
            }
        }
        System.out.println("BAD " + bad + " FLAGBAD " + flagBad + " of " + n + " " + java.util.Arrays.toString(dist));
        assertEquals(0, bad);
    }
}
