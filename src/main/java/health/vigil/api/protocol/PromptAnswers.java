package health.vigil.api.protocol;

import health.vigil.access.CurrentUser;
import health.vigil.api.Transactions;
import health.vigil.audit.AuditTrail;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.problem.ProblemException;
import health.vigil.protocol.FittingRow;
import health.vigil.protocol.Prompt;
import health.vigil.protocol.PromptAnswer;
import health.vigil.protocol.PromptResponse;
import health.vigil.protocol.ProtocolTable;
import health.vigil.store.EpisodeRow;
import health.vigil.store.HospitalSettings;
import health.vigil.store.ProtocolAnswers;
import health.vigil.store.ProtocolQueries;
import health.vigil.store.ProtocolQueries.EpisodePrompts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Stores the answers to the rows of the hospital's protocol.
@ApplicationScoped
class PromptAnswers {
    private static final String ACTIVE = "active";

    private final ProtocolQueries protocol;
    private final ProtocolTable table;
    private final HospitalSettings hospital;
    private final Transactions transactions;
    private final CurrentUser user;
    private final AuditTrail trail;

    PromptAnswers(
            ProtocolQueries protocol,
            ProtocolTable table,
            HospitalSettings hospital,
            Transactions transactions,
            CurrentUser user,
            AuditTrail trail) {
        this.protocol = protocol;
        this.table = table;
        this.hospital = hospital;
        this.transactions = transactions;
        this.user = user;
        this.trail = trail;
    }

    /// Answers a row that fits now.
    PromptView answer(EpisodeRow episode, PatientId patient, Optional<UUID> instance, AnswerRequest request) {
        if (!episode.status.equals(ACTIVE)) {
            throw ProblemException.conflict("The episode has ended");
        }
        var found = protocol.of(patient, Optional.empty(), Optional.empty())
                .filter(now -> now.episode().id().equals(episode.id))
                .orElseThrow(PromptAnswers::missing);
        var prompt = prompt(found, instance);
        var reader = new PromptReader(user.role(), hospital.timeZone());
        if (!reader.mayAnswer(prompt.fitting().row())) {
            throw ProblemException.forbidden("Your protocol means this row for others");
        }
        return transactions.change(sql -> {
            var answer = answer(prompt.fitting(), request, sql.now());
            trail.because(reason(answer));
            ProtocolAnswers.add(sql, episode.id, table.version(), prompt.fitting(), answer);
            var answered = prompt.with(answer, answer.answeredAt());
            return PromptView.of(answered, found, reader);
        });
    }

    private static Prompt prompt(EpisodePrompts found, Optional<UUID> instance) {
        return found.current().prompts().stream()
                .filter(prompt -> instance.filter(found.instance(prompt.fitting())::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(PromptAnswers::missing);
    }

    private PromptAnswer answer(FittingRow row, AnswerRequest request, Instant now) {
        return new PromptAnswer(
                UUID.randomUUID(),
                row.row().id(),
                row.row().version(),
                row.since(),
                request.answer(),
                now,
                user.username(),
                request.at().or(() -> Optional.of(now).filter(_ -> request.answer() == PromptResponse.DONE)),
                request.until(),
                request.reason(),
                request.text());
    }

    /// `c2-1 version 3: declined: other-cause`. The text of the answer is only in the record of the patient.
    private static String reason(PromptAnswer answer) {
        return Stream.of(
                        Optional.of(answer.row() + " version " + answer.version()),
                        Optional.of(answer.response().word()),
                        answer.reason().map(Word::word),
                        answer.until().map(until -> "until " + until))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(": "));
    }

    private static ProblemException missing() {
        return ProblemException.notFound(
                "There is no such row now: it does not fit any more, or it has begun to fit anew. Read the rows again");
    }
}
