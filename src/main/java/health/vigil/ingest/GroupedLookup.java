package health.vigil.ingest;

import health.vigil.intake.Submission;
import health.vigil.store.DatabaseFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Asks the database about several messages at once: messages that arrive during a query share the next one.
final class GroupedLookup {
    /// The most observations of a group. A larger message asks by itself.
    private static final int LARGEST = 500;

    private final Function<List<Submission>, PriorKnowledge> query;
    private final Queue<WaitingMessage> waiting = new ConcurrentLinkedQueue<>();
    /// Fair, so that an answered message does not wait for the query of a later one.
    private final ReentrantLock asking = new ReentrantLock(true);

    /// @param query returns what is known about some observations
    GroupedLookup(Function<List<Submission>, PriorKnowledge> query) {
        this.query = query;
    }

    private record WaitingMessage(List<Submission> submissions, CompletableFuture<PriorKnowledge> answer) {
        PriorKnowledge known() {
            try {
                return answer.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }
    }

    /// What is known about the observations of a message, and maybe about others. Throws what the query throws.
    PriorKnowledge about(List<Submission> submissions) {
        if (submissions.size() > LARGEST) {
            return query.apply(submissions);
        }
        var message = new WaitingMessage(submissions, new CompletableFuture<>());
        waiting.add(message);
        asking.lock();
        try {
            while (!message.answer().isDone()) {
                answer(nextGroup());
            }
        } finally {
            asking.unlock();
        }
        return message.known();
    }

    /// The oldest waiting messages; at least one while any waits.
    private List<WaitingMessage> nextGroup() {
        var group = new ArrayList<WaitingMessage>();
        var size = 0;
        for (var next = waiting.peek(); next != null; next = waiting.peek()) {
            size += next.submissions().size();
            if (size > LARGEST && !group.isEmpty()) {
                break;
            }
            group.add(waiting.remove());
        }
        return group;
    }

    /// Something about one of the messages is wrong, so each gets an answer of its own.
    private void failed(List<WaitingMessage> group, Throwable failure) {
        if (group.size() == 1) {
            group.getFirst().answer().completeExceptionally(failure);
        } else {
            group.forEach(message -> answer(List.of(message)));
        }
    }

    private void answer(List<WaitingMessage> group) {
        try {
            var known = query.apply(group.stream()
                    .flatMap(message -> message.submissions().stream())
                    .toList());
            group.forEach(message -> message.answer().complete(known));
        } catch (DatabaseFailure failure) {
            group.forEach(message -> message.answer().completeExceptionally(failure));
        } catch (RuntimeException | Error failure) {
            failed(group, failure);
        }
    }
}
