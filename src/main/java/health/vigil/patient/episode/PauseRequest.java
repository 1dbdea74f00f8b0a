package health.vigil.patient.episode;

import health.vigil.alert.Check;
import health.vigil.alert.Pause.PauseReason;
import health.vigil.api.MicrosecondClock;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A request to pause a check. Every pause has a reason and an end.
record PauseRequest(Check check, PauseReason reason, Optional<String> note, Instant until) {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Shape<Instant> END = Shapes.time()
            .where(at -> at.isAfter(MicrosecondClock.now()), "must lie in the future")
            .where(
                    at -> !at.isAfter(MicrosecondClock.now().plus(LONGEST)),
                    "must be within 24 h: renew the pause if it must last longer");

    static Optional<PauseRequest> read(Fields fields) {
        var check = fields.need("check", Shapes.word(Check.class));
        var reason = fields.need("reason", Shapes.word(PauseReason.class));
        var note = reason.filter(PauseReason.OTHER::equals).isPresent()
                ? fields.need("note", Admission.NOTE)
                : fields.may("note", Admission.NOTE);
        var until = fields.need("until", END);
        fields.refuseUnknown();
        return check.flatMap(
                paused -> reason.flatMap(why -> until.map(end -> new PauseRequest(paused, why, note, end))));
    }
}
