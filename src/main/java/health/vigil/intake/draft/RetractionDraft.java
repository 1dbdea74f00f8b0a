package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Retraction;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import java.util.Optional;

/// `retraction`.
///
/// @param sender the sender of the withdrawn observation; if absent, this sender, or else the only one
public record RetractionDraft(ReadField<String> observationId, ReadField<String> sender, ReadField<String> reason)
        implements ContentDraft {
    private static final FieldRule<String, String> TARGET = FieldRule.text(ObservationId.MAX_LENGTH);
    private static final FieldRule<String, Sender> SENDER =
            FieldRule.text(Sender.MAX_LENGTH).as(Sender::new);
    private static final FieldRule<String, String> REASON = FieldRule.sentence(2000);

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var target = checks.need("observationId", observationId, TARGET);
        var by = checks.may("sender", sender, SENDER);
        var why = checks.need("reason", reason, REASON);
        return checks.whenSound(
                () -> new Retraction(new RetractionTarget(target.orElseThrow(), by), why.orElseThrow()));
    }
}
