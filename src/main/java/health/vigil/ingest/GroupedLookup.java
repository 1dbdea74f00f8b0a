package health.vigil.ingest;

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
///
/// @param <T> what a message asks about, such as its observations
/// @param <A> what the database knows of them
public final class GroupedLookup<T, A> {
    /// The most items of a group. A larger message asks by itself.
    private static final int LARGEST = 500;

    private final Function<List<T>, A> query;
    private final Queue<WaitingMessage<T, A>> waiting = new ConcurrentLinkedQueue<>();
    /// Fair, so that an answered message does not wait for the query of a later one.
    private final ReentrantLock asking = new ReentrantLock(true);

    /// @param query returns what is known about some items
    public GroupedLookup(Function<List<T>, A> query) {
        this.query = query;
    }

    private record WaitingMessage<T, A>(List<T> items, CompletableFuture<A> answer) {
        A known() {
            try {
                return answer.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }
    }

    /// What is known about the items of a message, and maybe about others. Throws what the query throws.
    public A about(List<T> items) {
        if (items.size() > LARGEST) {
            return query.apply(items);
        }
        var message = new WaitingMessage<T, A>(items, new CompletableFuture<>());
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
    private List<WaitingMessage<T, A>> nextGroup() {
        var group = new ArrayList<WaitingMessage<T, A>>();
        var size = 0;
        for (var next = waiting.peek(); next != null; next = waiting.peek()) {
            size += next.items().size();
            if (size > LARGEST && !group.isEmpty()) {
                break;
            }
            group.add(waiting.remove());
        }
        return group;
    }

    /// Something about one of the messages is wrong, so each gets an answer of its own.
    private void failed(List<WaitingMessage<T, A>> group, Throwable failure) {
        if (group.size() == 1) {
            group.getFirst().answer().completeExceptionally(failure);
        } else {
            group.forEach(message -> answer(List.of(message)));
        }
    }

    private void answer(List<WaitingMessage<T, A>> group) {
        try {
            var known = query.apply(
                    group.stream().flatMap(message -> message.items().stream()).toList());
            group.forEach(message -> message.answer().complete(known));
        } catch (DatabaseFailure failure) {
            group.forEach(message -> message.answer().completeExceptionally(failure));
        } catch (RuntimeException | Error failure) {
            failed(group, failure);
        }
    }
}
