package health.vigil.api.alert;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// The newest events in memory, without gaps, so that a thousand readers cost one query.
final class EventWindow {
    private static final int HANDFUL = 64;

    private final int size;
    private final ConcurrentSkipListMap<Long, StreamEvent> events = new ConcurrentSkipListMap<>();
    private volatile long last;

    /// @param last the sequence just before the first event that will be added
    EventWindow(int size, long last) {
        this.size = size;
        this.last = last;
    }

    long last() {
        return last;
    }

    void add(List<StreamEvent> news) {
        for (var event : news) {
            events.put(event.sequence(), event);
            last = event.sequence();
        }
        while (events.size() > size) {
            events.pollFirstEntry();
        }
    }

    /// Some events after a sequence; absent if the window does not reach back that far.
    Optional<List<StreamEvent>> after(long sequence) {
        if (sequence >= last) {
            return Optional.of(List.of());
        }
        var following =
                events.tailMap(sequence, false).values().stream().limit(HANDFUL).toList();
        var contiguous = !following.isEmpty() && following.getFirst().sequence() == sequence + 1;
        return contiguous ? Optional.of(following) : Optional.empty();
    }
}
