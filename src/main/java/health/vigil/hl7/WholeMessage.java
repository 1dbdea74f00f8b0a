package health.vigil.hl7;

import health.vigil.exchange.Fate;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementStatus;
import java.util.Optional;

/// A message that names no patient who can be identified. A person decides about it as a whole.
final class WholeMessage {
    private WholeMessage() {}

    static Statement statement(SenderSettings sender, Er7Message message) {
        return new Statement(
                new ObxKeys(sender).ofMessage(message),
                StatementStatus.FINAL,
                Optional.empty(),
                sender.device(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Fate.Foreign(ForeignReason.SUBJECT, Optional.of(MessageSubjects.PLACE), ObxContext.piece(message)));
    }
}
