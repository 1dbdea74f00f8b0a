package health.vigil.intake.draft;

import health.vigil.json.Entry;
import health.vigil.json.Location;
import health.vigil.observation.Content;
import health.vigil.observation.ObservationId;
import health.vigil.observation.Retraction;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import java.util.Optional;

/// `retraction`.
///
/// @param sender the sender of the withdrawn observation; if absent, this sender, or else the only one
public record RetractionDraft(Entry<String> observationId, Entry<String> sender, Entry<String> reason)
        implements ContentDraft {
    private static final Rule<String, String> TARGET = Rule.text(ObservationId.MAX_LENGTH);
    private static final Rule<String, Sender> SENDER =
            Rule.text(Sender.MAX_LENGTH).as(Sender::new);
    private static final Rule<String, String> REASON = Rule.sentence(2000);

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
