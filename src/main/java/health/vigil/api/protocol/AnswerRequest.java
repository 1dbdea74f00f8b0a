package health.vigil.api.protocol;

import health.vigil.api.MicrosecondClock;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.protocol.DeclineReason;
import health.vigil.protocol.PromptResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// An answer to a row: done, planned until a time, or declined with a reason.
///
/// @param at when it was done; absent: now
record AnswerRequest(
        PromptResponse answer,
        Optional<Instant> at,
        Optional<Instant> until,
        Optional<DeclineReason> reason,
        Optional<String> text) {
    private static final int LONGEST = 400;
    private static final Duration LONGEST_PLAN = Duration.ofDays(7);
    private static final Shape<String> TEXT = Shapes.sentence(LONGEST);
    private static final Shape<Instant> PAST =
            Shapes.time().where(at -> !at.isAfter(MicrosecondClock.now()), "must not lie in the future");
    private static final Shape<Instant> PLAN = Shapes.time()
            .where(at -> at.isAfter(MicrosecondClock.now()), "must lie in the future")
            .where(at -> !at.isAfter(MicrosecondClock.now().plus(LONGEST_PLAN)), "must be within 7 days");

    static Optional<AnswerRequest> read(Fields fields) {
        var answer = fields.need("answer", Shapes.word(PromptResponse.class));
        var request = answer.flatMap(response -> switch (response) {
            case DONE -> done(fields);
            case PLANNED -> planned(fields);
            case DECLINED -> declined(fields);
        });
        if (answer.isPresent()) {
            fields.refuseUnknown();
        }
        return request;
    }

    private static Optional<AnswerRequest> done(Fields fields) {
        return Optional.of(new AnswerRequest(
                PromptResponse.DONE,
                fields.may("at", PAST),
                Optional.empty(),
                Optional.empty(),
                fields.may("text", TEXT)));
    }

    private static Optional<AnswerRequest> planned(Fields fields) {
        return Optional.of(new AnswerRequest(
                PromptResponse.PLANNED,
                Optional.empty(),
                fields.need("until", PLAN),
                Optional.empty(),
                fields.may("text", TEXT)));
    }

    private static Optional<AnswerRequest> declined(Fields fields) {
        var reason = fields.need("reason", Shapes.word(DeclineReason.class));
        var text = reason.filter(DeclineReason::needsText).isPresent()
                ? fields.need("text", TEXT)
                : fields.may("text", TEXT);
        return Optional.of(
                new AnswerRequest(PromptResponse.DECLINED, Optional.empty(), Optional.empty(), reason, text));
    }
}
