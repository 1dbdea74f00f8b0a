package health.vigil.ehr;

import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What became of cards (CDS Hooks 2.0, feedback).
record CdsFeedback(List<CardOutcome> cards) {
    private static final int MOST = 100;
    private static final int CODE = 64;

    /// An entry of the audit trail keeps the beginning.
    private static final int COMMENT = 4000;

    /// Whether a card was followed.
    enum OutcomeWord implements Word {
        ACCEPTED,
        OVERRIDDEN
    }

    /// What became of one card.
    ///
    /// @param code the reason that was chosen
    record CardOutcome(
            UUID card, OutcomeWord outcome, Optional<Instant> at, Optional<String> code, Optional<String> comment) {
        /// As the audit trail keeps it.
        String text() {
            return "card " + card + " " + outcome.word()
                    + at.map(time -> " at " + time).orElse("")
                    + code.map(reason -> ", reason " + reason).orElse("")
                    + comment.map(words -> ": " + Markdown.plain(words)).orElse("");
        }

        private static Optional<CardOutcome> read(Fields fields) {
            var card = fields.need("card", Shapes.uuid());
            var outcome = fields.need("outcome", Shapes.word(OutcomeWord.class));
            var at = fields.may("outcomeTimestamp", Shapes.time());
            var why = fields.may("overrideReason", Fields.object(OverrideText::read));
            return fields.whenSound(() -> new CardOutcome(
                    card.orElseThrow(),
                    outcome.orElseThrow(),
                    at,
                    why.flatMap(OverrideText::code),
                    why.flatMap(OverrideText::comment)));
        }
    }

    /// Why a card was set aside.
    private record OverrideText(Optional<String> code, Optional<String> comment) {
        static Optional<OverrideText> read(Fields fields) {
            var reason = fields.may("reason", Fields.object(coding -> coding.need("code", Shapes.text(CODE))));
            var comment = fields.may("userComment", Shapes.textOrNothing(COMMENT));
            return Optional.of(new OverrideText(reason, comment.filter(text -> !text.isBlank())));
        }
    }

    static Optional<CdsFeedback> read(Fields fields) {
        return fields.need(
                        "feedback",
                        Shapes.list(Fields.object(CardOutcome::read))
                                .where(
                                        cards -> !cards.isEmpty() && cards.size() <= MOST,
                                        "must have 1 to " + MOST + " items"))
                .map(CdsFeedback::new);
    }
}
