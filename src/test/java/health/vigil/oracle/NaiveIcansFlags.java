package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The flags of ICANS.
///
/// The page does not say how long a tremor or a change of handwriting is an early sign: here, like every
/// other part of a neuro-check, until a later check answers the same question or the window ends. The urgent
/// flags are raised whether or not the seizure or the haemorrhage is attributed, and so is the flag for a
/// missing length of a seizure. `post-ictal` explains why a counting seizure is 3, and an attributed one does
/// not count. No flag depends on whether the patient has died.
///
/// "The others" that are early signs are tremor, myoclonus, headache and change of handwriting: the facial
/// and the other cranial palsies have a flag of their own, which says that they are something else.
final class NaiveIcansFlags {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final List<String> ASKED_AT_HOME =
            List.of("confusion", "speech", "writing", "shaking", "drowsiness");

    private final Chart chart;
    private final NaiveIcans icans;

    NaiveIcansFlags(Chart chart, NaiveIcans icans) {
        this.chart = chart;
        this.icans = icans;
    }

    Set<String> at(Instant now) {
        Set<String> flags = new TreeSet<>(chart.attributedFlags(components(), now));
        add(flags, "capd-at-baseline", icans.capdAtBaseline(now));
        add(flags, "ice-at-baseline", icans.iceAtBaseline(now));
        add(flags, "ice-partial", icans.icePartial(now));
        add(flags, "intracranial-haemorrhage", present("intracranial-haemorrhage", now));
        add(flags, "status-epilepticus", icans.seizures().statusEpilepticus(now));
        add(
                flags,
                "post-ictal",
                !chart.attributed("seizure", now) && icans.seizures().postIctal(now));
        add(flags, "seizure-length-not-known", icans.seizures().lengthNotKnown(now));
        add(flags, "non-icans-neurotoxicity", nonIcans(now));
        add(flags, "early-sign", earlySign(now));
        return flags;
    }

    private static void add(Set<String> flags, String flag, boolean raised) {
        if (raised) {
            flags.add(flag);
        }
    }

    private static List<String> components() {
        List<String> components = new ArrayList<>(List.of("ice", "capd", "consciousness", "seizure"));
        components.addAll(NaiveIcans.FINDINGS);
        return components;
    }

    private boolean present(String finding, Instant now) {
        List<Mark> records = chart.ofKind("neuro-finding").stream()
                .filter(entry -> entry.hasWord("finding", finding))
                .map(entry -> new Mark(entry.at(), entry.flag("present") ? 1 : 0))
                .toList();
        return Mark.newest(records, now).orElse(0) == 1;
    }

    private boolean nonIcans(Instant now) {
        return present("facial-palsy", now) || present("other-cranial-neuropathy", now);
    }

    private boolean earlySign(Instant now) {
        return present("myoclonus", now)
                || present("headache", now)
                || checked("tremor", now)
                || checked("handwritingChange", now)
                || reportedAtHome(now);
    }

    /// A caregiver answered a question with yes. A later no takes nothing away.
    private boolean reportedAtHome(Instant now) {
        List<Instant> reported = chart.ofKind("home-check").stream()
                .filter(entry -> ASKED_AT_HOME.stream().anyMatch(entry::flag))
                .map(OracleObservation::at)
                .toList();
        return Mark.anyWithin(WINDOW, reported, now);
    }

    private boolean checked(String sign, Instant now) {
        List<Mark> records = chart.ofKind("neuro-check").stream()
                .filter(entry -> entry.has(sign))
                .map(entry -> new Mark(entry.at(), entry.flag(sign) ? 1 : 0))
                .toList();
        return Mark.newestWithin(WINDOW, records, now).orElse(0) == 1;
    }
}
