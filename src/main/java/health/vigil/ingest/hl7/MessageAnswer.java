package health.vigil.ingest.hl7;

import health.vigil.exchange.IgnoredReason;
import health.vigil.hl7.AckError;
import health.vigil.hl7.AckOutcome;
import health.vigil.hl7.ErrorCode;
import health.vigil.ingest.exchange.StatementOutcome;
import health.vigil.ingest.exchange.StayOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the answer to a message says.
///
/// @param text a remark for the sender, without values
record MessageAnswer(AckOutcome outcome, Optional<String> text, List<AckError> errors) {
    static final MessageAnswer ACCEPTED = new MessageAnswer(AckOutcome.ACCEPT, Optional.empty(), List.of());

    private static final String NOT_WATCHED = "not watched";

    MessageAnswer {
        errors = List.copyOf(errors);
    }

    /// The answer to results. Only what was not kept is an error; what waits for a person is a warning.
    static MessageAnswer to(List<StatementOutcome> outcomes) {
        var errors = outcomes.stream().flatMap(MessageAnswer::error).toList();
        var failed = errors.stream().anyMatch(error -> !error.warning());
        return new MessageAnswer(
                failed ? AckOutcome.ERROR : AckOutcome.ACCEPT,
                notWatched(outcomes) ? Optional.of(NOT_WATCHED) : Optional.empty(),
                errors);
    }

    /// The answer to reports about stays. What concerns nobody here is accepted.
    static MessageAnswer toStays(List<StayOutcome> outcomes) {
        return outcomes.contains(StayOutcome.HIDDEN_PATIENT)
                ? new MessageAnswer(AckOutcome.ERROR, Optional.empty(), List.of(hiddenPatient()))
                : ACCEPTED;
    }

    private static AckError hiddenPatient() {
        return AckError.of(ErrorCode.UNKNOWN_KEY, "The patient is in no ward of this sender");
    }

    private static Stream<AckError> error(StatementOutcome outcome) {
        return switch (outcome) {
            case StatementOutcome.TakenStatement _, StatementOutcome.IgnoredStatement _ -> Stream.empty();
            case StatementOutcome.ForeignStatement(var reason, var place) -> Stream.of(AckError.foreign(reason, place));
            case StatementOutcome.HiddenPatient _ -> Stream.of(hiddenPatient());
            case StatementOutcome.ForbiddenStatement _ ->
                Stream.of(AckError.of(ErrorCode.UNKNOWN_KEY, "This sender may not enter this"));
            case StatementOutcome.ConflictingStatement _ ->
                Stream.of(AckError.of(ErrorCode.DUPLICATE_KEY, "A value has the key of another one, and is not kept"));
            case StatementOutcome.UnexpectedVersion _ ->
                Stream.of(AckError.of(ErrorCode.DUPLICATE_KEY, "Another version of a value stands"));
            case StatementOutcome.InvalidStatement _ ->
                Stream.of(AckError.of(ErrorCode.DATA_TYPE, "The rules of observations refuse a value"));
        };
    }

    /// Whether everything that could be kept is about patients who are not watched.
    private static boolean notWatched(List<StatementOutcome> outcomes) {
        return outcomes.stream().anyMatch(MessageAnswer::isNotWatched)
                && outcomes.stream().allMatch(StatementOutcome.IgnoredStatement.class::isInstance);
    }

    private static boolean isNotWatched(StatementOutcome outcome) {
        return outcome instanceof StatementOutcome.IgnoredStatement(var reason) && reason == IgnoredReason.NOT_WATCHED;
    }

    MessageAnswer with(AckError error) {
        return new MessageAnswer(
                outcome, text, Stream.concat(errors.stream(), Stream.of(error)).toList());
    }
}
