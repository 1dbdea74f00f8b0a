package health.vigil.journey;

import java.util.Optional;

/// An answer to an item of the readiness list.
///
/// @param count how many, if the item asks for a number
/// @param note the reason, if the item does not apply
public record ReadinessAnswer(
        String item, ReadinessReply reply, Optional<Integer> count, Optional<String> note, EntryStamp stamp) {}
