package health.vigil.grading;

import health.vigil.grading.CrsEvidence.AtHome;
import health.vigil.grading.CrsEvidence.BloodPressure;
import health.vigil.grading.CrsEvidence.Bolus;
import health.vigil.grading.CrsEvidence.OxygenSupport;
import health.vigil.grading.CrsEvidence.RunningVasopressors;
import health.vigil.grading.CrsEvidence.Saturation;
import health.vigil.grading.CrsEvidence.Temperature;
import health.vigil.grading.IcansEvidence.Level;
import health.vigil.grading.IcansEvidence.PresentFinding;
import health.vigil.grading.IcansEvidence.SeizureEvidence;
import health.vigil.grading.IcansEvidence.SeizureUnderWay;
import health.vigil.grading.IcansEvidence.SingleSeizure;
import health.vigil.grading.IcansEvidence.ToolScore;
import health.vigil.observation.Consciousness;
import health.vigil.observation.Count;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.Word;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/// Writes evidence and unknown grades as sentences for people. No decision reads these sentences.
public final class Sentences {
    private static final String HOME = " (home, not confirmed)";

    private Sentences() {}

    public static Sentence of(Evidence evidence) {
        return switch (evidence) {
            case CrsEvidence crs -> of(crs);
            case IcansEvidence icans -> of(icans);
            case Exclusion exclusion -> of(exclusion);
            case DeathRecord death -> Sentence.of("death with " + name(death.syndrome()) + " as its principal cause");
            case ScaleFinding finding -> Sentence.of(finding.finding());
        };
    }

    public static String of(Unknown unknown) {
        return switch (unknown) {
            case Unknown.BeforeInfusion _ -> "before the infusion";
            case Unknown.Undecided _ ->
                "treated hypotension or hypoxia without fever: a physician has to say whether this is CRS";
            case Unknown.NoTemperature(var window) -> "no usable temperature in the last " + length(window);
            case Unknown.NoScore(var tool, var window) -> "no " + name(tool) + " in the last " + length(window);
            case Unknown.NotTestable(var tool, var why) ->
                name(tool) + " was not testable"
                        + why.map(reason -> ": " + reason).orElse("");
            case Unknown.OtherDeath(var syndrome) -> "the patient died of another cause than " + name(syndrome);
        };
    }

    private static Sentence of(CrsEvidence evidence) {
        return switch (evidence) {
            case Temperature temperature ->
                sign(VitalSign.TEMPERATURE, temperature.reading().value())
                        .and(temperature.fever() ? " >= " : " < ")
                        .and(temperature.limit());
            case RunningVasopressors running -> vasopressors(running);
            case BloodPressure pressure -> pressure(pressure);
            case Bolus bolus ->
                Sentence.of("fluid bolus of ")
                        .and(bolus.reading().value(), Bolus.UNIT)
                        .and(" for hypotension in the last " + length(bolus.window()));
            case OxygenSupport oxygen -> oxygen(oxygen);
            case Saturation saturation -> saturation(saturation);
            case AtHome(var read) -> of(read).and(HOME);
        };
    }

    private static Sentence of(IcansEvidence evidence) {
        return switch (evidence) {
            case ToolScore score -> Sentence.of(score(score));
            case Level level -> Sentence.of(level(level.found().level()));
            case SeizureEvidence seizure -> seizure(seizure);
            case PresentFinding finding ->
                Sentence.of(words(finding.finding()) + (finding.grade() > 0 ? " present" : " never sets a grade"));
        };
    }

    private static Sentence of(Exclusion exclusion) {
        return switch (exclusion) {
            case Exclusion.BehindGate(var evidence) ->
                of(evidence).and("; not counted: no fever of an open course, and no treatment since its onset");
            case Exclusion.FeverOfOtherCause fever ->
                sign(VitalSign.TEMPERATURE, fever.reading().value())
                        .and(" is attributed to: " + cause(fever))
                        .and(fever.atHome() ? HOME : "");
            case Exclusion.NormalAtHome(var sign, var reading, var _) ->
                sign(sign, reading.value()).and(HOME + ": a home reading never lowers a grade");
            case Exclusion.OtherCause other -> otherCause(other);
            case Exclusion.TooOld old -> tooOld(old).and(" is older than " + length(old.window()));
            case Exclusion.Artefact(var sign, var reading, var atHome) ->
                sign(sign, reading.value())
                        .and(atHome ? HOME : "")
                        .and(" is outside " + sign.lowest() + "-")
                        .and(sign.highest(), sign.unit())
                        .and(", which is what Vigil can judge: repeat it, look at the patient");
            case Exclusion.Untestable untestable ->
                Sentence.of(name(untestable.tool()) + " was not testable; an older score does not stand in for it");
        };
    }

    private static Sentence sign(VitalSign sign, BigDecimal value) {
        return Sentence.of(sign.label() + " ").and(value, sign.unit());
    }

    private static BigDecimal limit(Evidence evidence) {
        return evidence.judgedValue().flatMap(JudgedValue::limit).orElseThrow();
    }

    private static Sentence vasopressors(RunningVasopressors running) {
        var agents = running.agents();
        var sentence = Sentence.EMPTY;
        for (int index = 0; index < agents.size(); index++) {
            var agent = agents.get(index);
            sentence = sentence.and(separator(index, agents.size()) + words(agent.agent()) + " running since ")
                    .and(agent.start().at())
                    .and(agent.halved() ? " (started more often than stopped: does it still run?)" : "");
        }
        return sentence.and(": " + meaning(running));
    }

    /// "a", "a and b", "a, b and c".
    private static String separator(int index, int size) {
        if (index == 0) {
            return "";
        }
        return index < size - 1 ? ", " : " and ";
    }

    private static String meaning(RunningVasopressors running) {
        if (running.grade() == ConsensusTable.MULTIPLE_VASOPRESSORS) {
            return "multiple vasopressors, vasopressin not counted";
        }
        if (count(running, VasopressorAgent.AgentClass.VASOPRESSOR) > 1) {
            return "multiple only after " + length(running.overlap()) + " together";
        }
        if (running.agents().size() > 1) {
            return "not multiple: vasopressin, terlipressin and agents outside the list do not count towards it";
        }
        return count(running, VasopressorAgent.AgentClass.VASOPRESSIN) == 1
                ? words(running.agents().getFirst().agent()) + " as the only vasopressor"
                : "one vasopressor";
    }

    private static long count(RunningVasopressors running, VasopressorAgent.AgentClass wanted) {
        return running.agents().stream()
                .filter(agent -> agent.agent().agentClass() == wanted)
                .count();
    }

    private static Sentence pressure(BloodPressure pressure) {
        var rule = pressure.judgedBy();
        var reading = pressure.reading();
        var judged = rule.judgedValue(reading);
        var limit = judged.limit().map(Sentence::number).orElse("");
        var read = sign(rule.sign(reading), judged.value());
        return switch (reading.verdict()) {
            case BELOW_ABSOLUTE_SYSTOLIC, BELOW_ABSOLUTE_MEAN -> read.and(" < " + limit + " whatever the baseline");
            case OWN_BASELINE ->
                read.and(" >= " + share(rule.limits().ownBaselinePercent(), judged)
                        + ": not hypotension for this patient");
            case BELOW_AGE_LIMIT -> read.and(" < " + limit + age(rule.patient()));
            case LOW_MEAN -> read.and(" < " + limit);
            case FAR_BELOW_BASELINE ->
                read.and(" < " + share(rule.limits().relativePercent(), judged) + " and < " + limit);
            case NORMAL -> read.and(" >= " + limit + (rule.byAge(reading) ? age(rule.patient()) : ""));
        };
    }

    private static String share(BigDecimal percent, JudgedValue judged) {
        return Sentence.number(percent) + " % of the baseline "
                + judged.baseline().map(Sentence::number).orElse("unknown");
    }

    /// The age of a child, which decides the limit.
    private static String age(Patient patient) {
        if (patient.ageYears() > SystolicLimit.OLDEST_CHILD) {
            return "";
        }
        var estimated = patient.ageEstimated() ? ", estimated: only the year or month of birth is known" : "";
        return " (limit at " + Count.of(patient.ageYears(), "year").text() + estimated + ")";
    }

    private static Sentence oxygen(OxygenSupport oxygen) {
        var therapy = oxygen.entry().therapy();
        var device = Sentence.of(therapy.deviceName()
                .map(name -> "another device (" + name + ")")
                .orElseGet(() -> words(therapy.device())));
        return flow(device, oxygen).and(" " + reason(therapy) + judged(oxygen));
    }

    private static Sentence flow(Sentence device, OxygenSupport oxygen) {
        if (!ConsensusTable.gradedByFlow(oxygen.entry().therapy().device())) {
            return device;
        }
        return oxygen.judgedValue()
                .map(flow -> device.and(" at ")
                        .and(flow.value(), OxygenSupport.UNIT)
                        .and(flow.value().compareTo(limit(oxygen)) > 0 ? " > " : " <= ")
                        .and(limit(oxygen), OxygenSupport.UNIT))
                .orElseGet(() -> device.and(" at an unknown flow"));
    }

    private static String reason(OxygenTherapy therapy) {
        return therapy.reason()
                .map(charted -> "for " + words(charted))
                .orElse("without a charted reason, taken as for hypoxia");
    }

    private static String judged(OxygenSupport oxygen) {
        var therapy = oxygen.entry().therapy();
        if (!therapy.forHypoxia()) {
            return ", not for hypoxia";
        }
        if (oxygen.home().isPresent()) {
            return ", no more than the " + Sentence.number(oxygen.home().get()) + " L/min at home";
        }
        return ConsensusTable.byAnalogy(therapy.device()) ? ", graded as a mask" : "";
    }

    private static Sentence saturation(Saturation saturation) {
        return sign(VitalSign.SPO2, saturation.reading().value())
                .and(saturation.low() ? " < " : " >= ")
                .and(saturation.limit(), VitalSign.SPO2.unit())
                .and(" " + saturation.oxygen().map(Sentences::beside).orElse("with no oxygen device charted"));
    }

    private static String beside(OxygenEntry entry) {
        if (entry.therapy().device() == OxygenDevice.ROOM_AIR) {
            return "on room air";
        }
        return entry.grade() > 0
                ? "in spite of oxygen for hypoxia"
                : "on oxygen that is not for hypoxia, or as at home";
    }

    private static String score(ToolScore score) {
        return switch (score.tool()) {
            case ICE ->
                "ICE " + score.total() + " of 10"
                        + (score.score().partial() ? ", items left out counted in full" : "")
                        + score.atBaseline()
                                .map(own -> ", at the baseline of " + own)
                                .orElse("");
            case CAPD ->
                "CAPD " + score.total() + (score.total() < ConsensusTable.CAPD_POSITIVE ? " < " : " >= ")
                        + ConsensusTable.CAPD_POSITIVE
                        + score.atBaseline()
                                .map(own -> ", not above the baseline of " + own)
                                .orElse("");
        };
    }

    private static String level(Consciousness level) {
        return switch (level) {
            case AWAKE -> "awake";
            case SPONTANEOUS -> "drowsy, wakes by itself";
            case VOICE -> "wakes to voice";
            case TOUCH -> "wakes only to touch";
            case VIGOROUS -> "wakes only to vigorous or repeated touch";
            case UNAROUSABLE -> "unarousable";
        };
    }

    private static Sentence seizure(SeizureEvidence evidence) {
        var seizure = Sentence.of(words(evidence.record().seizure().type()) + " seizure of ");
        return evidence.judgedValue()
                .map(length -> seizure.and(length.value(), SeizureEvidence.UNIT))
                .orElseGet(() -> seizure.and("unknown length"))
                .and(end(evidence));
    }

    private static String end(SeizureEvidence evidence) {
        return switch (evidence) {
            case SeizureUnderWay _ -> ", not resolved";
            case SingleSeizure(var entry, var _) -> {
                var seizure = entry.record().seizure();
                yield (seizure.resolved() ? ", resolved" : ", not resolved")
                        + (seizure.withoutReturn() ? ", no return to baseline" : "")
                        + severity(entry);
            }
        };
    }

    private static String severity(SeizureEntry entry) {
        if (!entry.severe()) {
            return "";
        }
        return entry.repetitive() ? ": repetitive" : ": longer than 5 min";
    }

    private static String cause(Exclusion.FeverOfOtherCause fever) {
        return fever.attribution()
                .map(entry -> Attributions.attribution(entry).cause())
                .orElse("another cause");
    }

    private static Sentence otherCause(Exclusion.OtherCause other) {
        var attribution = other.attribution();
        var from = Sentence.of(words(other.component()) + " is attributed to: " + attribution.cause() + ", from ")
                .and(attribution.from());
        return other.until().map(end -> from.and(" until ").and(end)).orElseGet(() -> from.and(", without an end"));
    }

    private static Sentence tooOld(Exclusion.TooOld old) {
        return switch (old) {
            case Exclusion.OldSign(var sign, var reading, var _) -> sign(sign, reading.value());
            case Exclusion.OldScore score -> Sentence.of(name(score.tool()) + " " + score.total());
            case Exclusion.OldLevel(var found, var _) ->
                Sentence.of("level of consciousness (" + words(found.level()) + ")");
        };
    }

    static String length(Duration duration) {
        if (duration.toMinutes() % 60 != 0) {
            return duration.toMinutes() + " min";
        }
        return duration.toHours() + " h";
    }

    static String words(Word word) {
        return word.word().replace('-', ' ');
    }

    /// An abbreviation as people write it.
    static String name(Word word) {
        return word.word().toUpperCase(Locale.ROOT);
    }
}
