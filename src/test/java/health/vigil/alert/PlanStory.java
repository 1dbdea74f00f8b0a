package health.vigil.alert;

import health.vigil.grading.Grade;
import health.vigil.grading.UnconfirmedRecord;
import health.vigil.observation.Analyte;
import health.vigil.observation.NotDoneReason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The facts of a patient for the monitoring plan; empty at first.
final class PlanStory {
    static final Instant INFUSED = Instant.parse("2026-03-01T10:00:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Severity WELL = severity(Grade.ZERO, Grade.ZERO);

    private final Map<CheckPart.Bedside, Instant> bedside = new EnumMap<>(CheckPart.Bedside.class);
    private final Map<Analyte, Instant> laboratory = new EnumMap<>(Analyte.class);
    private final List<Pause> pauses = new ArrayList<>();
    private Check tool = Check.ICE;
    private Instant infusionEndedAt = INFUSED;
    private Optional<Instant> endedAt = Optional.empty();
    private Optional<Instant> baselineAt = Optional.of(INFUSED);
    private Optional<NotDone> notDone = Optional.empty();
    private Optional<Instant> outpatientSince = Optional.empty();

    static Severity severity(Grade crs, Grade icans) {
        return new Severity(crs, icans, Optional.empty(), List.of());
    }

    static Severity quietSince(Instant since) {
        return new Severity(Grade.ZERO, Grade.ZERO, Optional.of(since), List.of());
    }

    static Severity severity(UnconfirmedRecord... records) {
        return new Severity(Grade.TWO, Grade.ZERO, Optional.empty(), List.of(records));
    }

    static Instant after(Duration time) {
        return INFUSED.plus(time);
    }

    /// Everything was done at a time.
    static PlanStory allDone(Instant at) {
        var story = new PlanStory().vitalSigns(at).seen(CheckPart.Bedside.ICE, at);
        for (var analyte : Analyte.values()) {
            story.result(analyte, at);
        }
        return story;
    }

    PlanStory vitalSigns(Instant at) {
        return seen(CheckPart.Bedside.TEMPERATURE, at).seen(CheckPart.Bedside.BLOOD_PRESSURE, at);
    }

    PlanStory seen(CheckPart.Bedside part, Instant at) {
        bedside.put(part, at);
        return this;
    }

    PlanStory result(Analyte analyte, Instant at) {
        laboratory.put(analyte, at);
        return this;
    }

    PlanStory without(Analyte analyte) {
        laboratory.remove(analyte);
        return this;
    }

    PlanStory atHomeSince(Instant at) {
        outpatientSince = Optional.of(at);
        return this;
    }

    PlanStory child() {
        tool = Check.CAPD;
        return this;
    }

    PlanStory infusionEnded(Instant at) {
        infusionEndedAt = at;
        return this;
    }

    PlanStory ended(Instant at) {
        endedAt = Optional.of(at);
        return this;
    }

    PlanStory baseline(Optional<Instant> at) {
        baselineAt = at;
        return this;
    }

    PlanStory notDone(NotDoneReason reason, Instant at) {
        notDone = Optional.of(new NotDone(reason, at));
        return this;
    }

    PlanStory paused(Pause pause) {
        pauses.add(pause);
        return this;
    }

    CheckFacts facts() {
        return new CheckFacts(
                INFUSED,
                infusionEndedAt,
                endedAt,
                tool,
                baselineAt,
                bedside,
                laboratory,
                notDone,
                pauses,
                BERLIN,
                outpatientSince);
    }

    List<DueCheck> due(Severity severity, Instant at) {
        return MonitoringPlan.DEFAULT.due(facts(), severity, at);
    }

    DueCheck due(Check check, Severity severity, Instant at) {
        return due(severity, at).stream()
                .filter(each -> each.check() == check)
                .findFirst()
                .orElseThrow();
    }
}
